namespace Foldstream.Sqlite.Tests;

/// <summary>Tests that measure time or memory run alone: others would be measured with them.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
