using static Foldstream.SubscriptionState;

namespace Foldstream;

/// <summary>Which state of a subscription may follow which: the one table.</summary>
internal static class SubscriptionStates
{
    private static readonly Dictionary<SubscriptionState, SubscriptionState[]> Following = new()
    {
        [Starting] = [CatchingUp, Live, Retrying, Paused, Stopping, Faulted],
        [CatchingUp] = [Live, Retrying, Paused, Stopping, Faulted],
        [Live] = [CatchingUp, Retrying, Paused, Stopping, Faulted],
        [Retrying] = [CatchingUp, Live, Paused, Stopping, Faulted],
        [Paused] = [CatchingUp, Stopping, Faulted],
        [Stopping] = [Stopped, Faulted],
        [Stopped] = [Starting],
        [Faulted] = [Starting],
    };

    public static bool MayFollow(SubscriptionState from, SubscriptionState to) => Following[from].Contains(to);

    public static bool HasEnded(SubscriptionState state) => state is Stopped or Faulted;

    public static string Advice(SubscriptionState from) => from switch
    {
        Paused => "Resume it with Resume.",
        Stopping => "Wait until it has stopped.",
        Stopped or Faulted => "Begin it again with StartAsync.",
        _ => "It has to be paused first.",
    };
}
