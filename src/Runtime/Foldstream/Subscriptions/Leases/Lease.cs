namespace Foldstream;

/// <summary>Who holds a partition of a subscription.</summary>
/// <param name="Partition">Which partition.</param>
/// <param name="Node">The node; null where the partition is free.</param>
/// <param name="Expires">Until when it counts as held without another sign of life, by the store's clock; null where the partition is free.</param>
public sealed record Lease(int Partition, string? Node, DateTimeOffset? Expires);
