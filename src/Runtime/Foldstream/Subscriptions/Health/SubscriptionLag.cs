namespace Foldstream;

/// <summary>How far a subscription is behind its store, over all of its partitions.</summary>
/// <param name="Events">How many events it has still to handle.</param>
/// <param name="IsExact">Whether they were counted: they are up to a thousand for each partition. Above that the number follows from positions and is an upper bound, as events are in it that the subscription does not read.</param>
/// <param name="Time">How long ago the oldest of them was stored; zero where there are none.</param>
public sealed record SubscriptionLag(long Events, bool IsExact, TimeSpan Time);
