namespace Foldstream.Tests;

/// <summary>Tests that count what is allocated run alone: listeners of other tests would be told.</summary>
[CollectionDefinition(nameof(TelemetryCollection), DisableParallelization = true)]
public sealed class TelemetryCollection;
