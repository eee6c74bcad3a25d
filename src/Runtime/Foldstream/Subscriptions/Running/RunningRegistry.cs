using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Foldstream;

/// <summary>The subscriptions that run in this process, in the order in which they began.</summary>
internal static class RunningRegistry
{
    private static readonly ConcurrentDictionary<RunningSubscription, long> Running = new();
    private static readonly ConditionalWeakTable<ISubscriptionStore, ConcurrentDictionary<string, long>> Newest = [];
    private static long count;

    public static IEnumerable<RunningSubscription> All => Running.Keys;

    public static void Add(RunningSubscription subscription)
    {
        var order = Interlocked.Increment(ref count);
        Running[subscription] = order;
        NewestOf(subscription.Context.Store)[subscription.Name] = order;
    }

    public static void Remove(RunningSubscription subscription) => Running.TryRemove(subscription, out _);

    /// <summary>Whether the same subscription was begun over the same store object once more since, even if that has ended by now.</summary>
    public static bool HasNewer(RunningSubscription subscription) =>
        Running.TryGetValue(subscription, out var order) && NewestOf(subscription.Context.Store)[subscription.Name] > order;

    private static ConcurrentDictionary<string, long> NewestOf(ISubscriptionStore store) =>
        Newest.GetValue(store, static _ => new ConcurrentDictionary<string, long>(StringComparer.Ordinal));
}
