namespace Foldstream;

/// <summary>A sign of life of one node for one subscription.</summary>
/// <param name="Subscription">The name of the subscription, whose partitions exist.</param>
/// <param name="Node">The node's name, unique among those that live.</param>
/// <param name="Duration">For how long the node and its leases are to count as living without another sign.</param>
/// <param name="Wants">Whether it wants partitions: one that does not keeps none and is not counted, but is told what it still holds.</param>
public sealed record Heartbeat(string Subscription, string Node, TimeSpan Duration, bool Wants = true);
