namespace Foldstream;

/// <summary>The dead letters of a subscription that runs here, which can try them again between its other events.</summary>
public sealed class RunningDeadLetters : SubscriptionDeadLetters
{
    private readonly RunningSubscription running;

    internal RunningDeadLetters(RunningSubscription running)
        : base(running.Context.Store, running.Name) => this.running = running;

    /// <summary>Handles the event of a dead letter again, once, where no other event of its partition is being handled; also while the subscription is paused.</summary>
    /// <param name="eventId">The event's id.</param>
    /// <param name="cancellationToken">Ends the wait for its turn.</param>
    /// <returns>Whether it is handled, by this call or by another one meanwhile: then the dead letter is gone; else it tells of one more attempt.</returns>
    /// <exception cref="KeyNotFoundException">There is no dead letter of that event, or its partition does not run in this process.</exception>
    /// <exception cref="SubscriptionStoppedException">The subscription has ended.</exception>
    /// <exception cref="PartitionLostException">Another run has just taken the partition, or the projection has just been rebuilt: nothing was kept, and it can be tried again.</exception>
    public async Task<bool> RetryAsync(Guid eventId, CancellationToken cancellationToken = default)
    {
        var letter = await FindAsync(eventId, cancellationToken).ConfigureAwait(false);
        return await RetryAsync(letter, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Handles the events of all dead letters that there are now again, once each, in the order of their positions.</summary>
    /// <returns>How many were handled, and how many failed again.</returns>
    /// <exception cref="KeyNotFoundException">The partition of one does not run in this process.</exception>
    /// <exception cref="SubscriptionStoppedException">The subscription has ended.</exception>
    /// <exception cref="PartitionLostException">Another run has just taken the partition, or the projection has just been rebuilt: nothing was kept, and it can be tried again.</exception>
    public Task<DeadLetterRetries> RetryAllAsync(CancellationToken cancellationToken = default) =>
        RetryEachAsync(letter => RetryAsync(letter, cancellationToken), cancellationToken);

    private Task<bool> RetryAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        if (SubscriptionStates.HasEnded(running.State))
            throw new SubscriptionStoppedException(running.Name, running.Error);
        var number = StreamPartition.Of(letter.Stream);
        var loop = running.Loops.FirstOrDefault(loop => PartitionRange.Of(loop.Held.Partition, loop.Held.Partitions).Holds(number))
            ?? throw new KeyNotFoundException($"The partition of stream {letter.Stream.Describe()} of subscription '{running.Name}' does not run in this process: try it again where it runs.");
        // Taken by work of its own: the loop's may be taking the next page.
        var taking = running.Context.Part.CreateWork!(loop.Held);
        return loop.RunBetweenAsync(
            async handling => await RetryAsync(letter, taking, handling.RepeatAsync, cancellationToken).ConfigureAwait(false), cancellationToken);
    }
}
