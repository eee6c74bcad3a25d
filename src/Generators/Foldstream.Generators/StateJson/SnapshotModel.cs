namespace Foldstream.Generators;

/// <summary>When snapshots of a type are taken.</summary>
/// <param name="Contract">The contract that asks: <c>IAggregate</c>.</param>
/// <param name="Policy">The policy in code; null for by hand only.</param>
/// <param name="InBackground">Whether they are written behind the save.</param>
internal sealed record SnapshotModel(string Contract, string? Policy, bool InBackground);
