using System.Collections.Concurrent;

namespace Foldstream;

/// <summary>The subscriptions that run in this process, for the metrics that are asked for.</summary>
internal static class RunningRegistry
{
    private static readonly ConcurrentDictionary<RunningSubscription, bool> Running = new();

    public static IEnumerable<RunningSubscription> All => Running.Keys;

    public static void Add(RunningSubscription subscription) => Running[subscription] = true;

    public static void Remove(RunningSubscription subscription) => Running.TryRemove(subscription, out _);
}
