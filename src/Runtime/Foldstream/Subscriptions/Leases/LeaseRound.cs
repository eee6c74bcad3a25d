namespace Foldstream;

/// <summary>What came of a heartbeat.</summary>
/// <param name="Held">The partitions that the node holds now, in their order.</param>
/// <param name="Share">How many it should hold.</param>
/// <param name="Nodes">How many nodes live.</param>
public sealed record LeaseRound(IReadOnlyList<Checkpoint> Held, int Share, int Nodes);
