namespace Foldstream.DocsTests;

/// <summary>For tests that listen to everything the process tells: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
