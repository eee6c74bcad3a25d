namespace Foldstream;

/// <summary>The events that a subscription could not handle: to look at, to try again, to forget.</summary>
public class SubscriptionDeadLetters
{
    private const int PageSize = 100;

    internal SubscriptionDeadLetters(ISubscriptionStore store, string subscription)
    {
        Store = store;
        Subscription = subscription;
    }

    /// <summary>The name of the subscription.</summary>
    public string Subscription { get; }

    private protected ISubscriptionStore Store { get; }

    /// <summary>The dead letters, by the position of their events.</summary>
    /// <param name="limit">How many to give at the most. The default is 100.</param>
    /// <param name="after">Only those after this position. The default, null, is all.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public ValueTask<IReadOnlyList<DeadLetter>> ListAsync(
        int limit = PageSize, GlobalPosition? after = null, CancellationToken cancellationToken = default) =>
        Store.ReadDeadLettersAsync(Subscription, limit, after, cancellationToken);

    /// <summary>How many there are.</summary>
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) => Store.CountDeadLettersAsync(Subscription, cancellationToken);

    /// <summary>Forgets one; its event stays in the store.</summary>
    /// <returns>Whether there was one.</returns>
    public ValueTask<bool> DiscardAsync(Guid eventId, CancellationToken cancellationToken = default) =>
        Store.DiscardDeadLetterAsync(Subscription, eventId, cancellationToken);

    /// <summary>Forgets all that there are now.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> DiscardAllAsync(CancellationToken cancellationToken = default)
    {
        var discarded = 0;
        await ForAllAsync(
            async letter =>
            {
                if (await DiscardAsync(letter.EventId, cancellationToken).ConfigureAwait(false))
                    discarded++;
            },
            cancellationToken).ConfigureAwait(false);
        return discarded;
    }

    /// <summary>Hands the event of a dead letter to a subscriber again, in this very call: beside whatever runs, and at least once.</summary>
    /// <param name="eventId">The event's id.</param>
    /// <param name="subscriber">A subscriber of the same name.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether it was handled: then the dead letter is gone; else it tells of one more attempt.</returns>
    /// <exception cref="ArgumentException">The subscriber has another name.</exception>
    /// <exception cref="KeyNotFoundException">There is no dead letter of that event.</exception>
    public async Task<bool> RetryAsync(Guid eventId, ISubscriber subscriber, CancellationToken cancellationToken = default)
    {
        var letter = await FindAsync(eventId, cancellationToken).ConfigureAwait(false);
        return await RetryAsync(letter, subscriber, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Hands the events of all dead letters that there are now to a subscriber again, in the order of their positions.</summary>
    /// <param name="subscriber">A subscriber of the same name.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <returns>How many were handled, and how many failed again.</returns>
    /// <exception cref="ArgumentException">The subscriber has another name.</exception>
    public Task<DeadLetterRetries> RetryAllAsync(ISubscriber subscriber, CancellationToken cancellationToken = default) =>
        RetryEachAsync(letter => RetryAsync(letter, subscriber, cancellationToken), cancellationToken);

    private protected async ValueTask<DeadLetter> FindAsync(Guid eventId, CancellationToken cancellationToken) =>
        await FindOrNullAsync(eventId, cancellationToken).ConfigureAwait(false)
        ?? throw new KeyNotFoundException($"Subscription '{Subscription}' has no dead letter of event {eventId}: it was handled or discarded, or its id is another.");

    private async ValueTask<DeadLetter?> FindOrNullAsync(Guid eventId, CancellationToken cancellationToken)
    {
        if (await Store.FindEventAsync(eventId, cancellationToken).ConfigureAwait(false) is { Position: { } position })
        {
            var before = new GlobalPosition(position.Store, position.Value - 1);
            var letters = await Store.ReadDeadLettersAsync(Subscription, 1, before, cancellationToken).ConfigureAwait(false);
            if (letters.Count == 1 && letters[0].EventId == eventId)
                return letters[0];
        }

        return null;
    }

    private protected async Task<DeadLetterRetries> RetryEachAsync(Func<DeadLetter, Task<bool>> retry, CancellationToken cancellationToken)
    {
        var (handled, failed) = (0, 0);
        await ForAllAsync(
            async letter =>
            {
                if (await retry(letter).ConfigureAwait(false))
                    handled++;
                else
                    failed++;
            },
            cancellationToken).ConfigureAwait(false);
        return new DeadLetterRetries(handled, failed);
    }

    /// <summary>Takes a dead letter's event to its handler.</summary>
    /// <returns>Whether the letter is gone.</returns>
    private protected async Task<bool> RetryAsync(
        DeadLetter letter, ISubscriptionWork work, Func<TakenEvent, ValueTask> handle, CancellationToken cancellationToken)
    {
        var recorded = await Store.FindEventAsync(letter.EventId, cancellationToken).ConfigureAwait(false)
            ?? throw new KeyNotFoundException($"The store has no event {letter.EventId}, of which subscription '{Subscription}' has a dead letter: discard it.");
        var taken = PageTaking.Take(work, recorded.AsStored());
        try
        {
            if (taken?.DecodingError is { } undecoded)
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(undecoded);
            if (taken is { } handed)
                await handle(handed).ConfigureAwait(false);
        }
        catch (DeadLetterGoneException gone) when (gone.Subscription == Subscription)
        {
            return true;
        }
        catch (Exception error) when (error is not PartitionLostException && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // Where the answer of a commit was lost, the letter went with it: it is not to come back.
            if (await FindOrNullAsync(letter.EventId, cancellationToken).ConfigureAwait(false) is null)
                return true;
            var now = Store.Options.Clock.GetUtcNow();
            await Store.SaveDeadLetterAsync(DeadLetterWriting.Again(letter, error, now), cancellationToken).ConfigureAwait(false);
            return false;
        }

        await Store.DiscardDeadLetterAsync(Subscription, letter.EventId, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Task<bool> RetryAsync(DeadLetter letter, ISubscriber subscriber, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        if (subscriber.Definition.Name != Subscription)
            throw new ArgumentException($"The dead letters are those of subscription '{Subscription}', and the subscriber is '{subscriber.Definition.Name}'.", nameof(subscriber));
        var work = SubscriberWork.Of(subscriber);
        return RetryAsync(
            letter,
            work,
            taken => work is IHandlerWork handler ? handler.HandleAsync(taken, cancellationToken) : ((IBatchHandlerWork)work).HandleAsync([taken], cancellationToken),
            cancellationToken);
    }

    // By position, so that one that fails again is not met twice.
    private async ValueTask ForAllAsync(Func<DeadLetter, Task> act, CancellationToken cancellationToken)
    {
        GlobalPosition? after = null;
        while (true)
        {
            var letters = await ListAsync(PageSize, after, cancellationToken).ConfigureAwait(false);
            foreach (var letter in letters)
                await act(letter).ConfigureAwait(false);
            if (letters.Count < PageSize)
                return;
            after = letters[^1].Position;
        }
    }
}
