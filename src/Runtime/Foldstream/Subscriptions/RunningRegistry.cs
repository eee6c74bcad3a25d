using System.Collections.Concurrent;

namespace Foldstream;

/// <summary>The subscriptions that run in this process, in the order in which they began.</summary>
internal static class RunningRegistry
{
    private static readonly ConcurrentDictionary<RunningSubscription, long> Running = new();
    private static long count;

    public static IEnumerable<RunningSubscription> All => Running.Keys;

    public static void Add(RunningSubscription subscription) => Running[subscription] = Interlocked.Increment(ref count);

    public static void Remove(RunningSubscription subscription) => Running.TryRemove(subscription, out _);

    /// <summary>Whether the same subscription was begun over the same store once more since.</summary>
    public static bool HasNewer(RunningSubscription subscription) =>
        Running.TryGetValue(subscription, out var order)
        && Running.Any(other => other.Value > order && other.Key.Name == subscription.Name && ReferenceEquals(other.Key.Context.Store, subscription.Context.Store));
}
