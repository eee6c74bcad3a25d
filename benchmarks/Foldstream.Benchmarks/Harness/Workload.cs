namespace Foldstream.Benchmarks;

/// <summary>The same work done by hand and by the toolkit.</summary>
/// <param name="Name">What is done, and against which floor.</param>
/// <param name="Floor">Does it so many times by hand.</param>
/// <param name="Toolkit">Does it so many times with the toolkit.</param>
internal sealed record Workload(string Name, Action<int> Floor, Action<int> Toolkit);
