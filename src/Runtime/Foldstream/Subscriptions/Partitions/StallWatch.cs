namespace Foldstream;

/// <summary>Looks now and then whether a partition hangs, and ends the subscription here if so.</summary>
internal static class StallWatch
{
    public static async Task RunAsync(RunningSubscription subscription, IPartitionOwner owner)
    {
        var context = subscription.Context;
        var timeout = context.Options.StallTimeout;
        if (timeout == Timeout.InfiniteTimeSpan)
            return;
        var completion = subscription.Completion;
        while (true)
        {
            await Interruptible.WaitAsync(completion, cancellation => Task.Delay(timeout / 4, context.Clock, cancellation), CancellationToken.None).ConfigureAwait(false);
            if (completion.IsCompleted || SubscriptionStates.HasEnded(subscription.State))
                return;
            if (owner.Loops.FirstOrDefault(loop => loop.Rest.Silence >= timeout) is not { } stalled)
                continue;
            foreach (var loop in owner.Loops.Where(loop => loop.Rest.Silence >= timeout))
                loop.Tokens.GiveUpNow();
            ((IOwnerEvents)subscription).Failed(owner, new SubscriptionStalledException(context.Name, stalled.Held.Partition, timeout));
            return;
        }
    }
}
