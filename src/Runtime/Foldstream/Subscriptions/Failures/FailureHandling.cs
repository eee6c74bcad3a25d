namespace Foldstream;

/// <summary>Tries an event as often as the policy allows, and says what becomes of it then.</summary>
internal sealed class FailureHandling(SubscriptionContext context, PartitionLoop loop)
{
    private FailurePolicy Policy => context.Options.Failures;

    /// <summary>Handles an event.</summary>
    /// <returns>Null where it was handled; else the dead letter that is to be kept of it.</returns>
    /// <exception cref="EventNotHandledException">The policy stops the subscription.</exception>
    public async ValueTask<DeadLetter?> TryAsync(TakenEvent taken, Func<TakenEvent, ValueTask> handle)
    {
        DateTimeOffset? firstFailedAt = null;
        for (var attempt = 1; ; attempt++)
        {
            var error = taken.DecodingError ?? await AttemptAsync(taken, handle).ConfigureAwait(false);
            if (error is null)
                return null;
            firstFailedAt ??= context.Clock.GetUtcNow();
            context.Journal.Failed(taken, error, attempt);
            if (taken.DecodingError is not null || attempt > Policy.Retries)
                return GiveUp(taken, error, attempt, firstFailedAt.Value);
            await loop.RetryAfterAsync(Policy.DelayBefore(attempt)).ConfigureAwait(false);
        }
    }

    /// <summary>Whether an error is the handler's: not the end of the loop, not the loss of its partition, not an abandoned handler.</summary>
    public bool IsFailure(Exception error) => error switch
    {
        OperationCanceledException => !loop.Tokens.Cancel.IsCancellationRequested,
        PartitionLostException lost => lost.Subscription != context.Name,
        // Another version of the projection has built the documents: no event is at fault.
        StaleProjectionException => false,
        HandlerAbandonedException abandoned => abandoned.Subscription != context.Name,
        _ => true,
    };

    private async ValueTask<Exception?> AttemptAsync(TakenEvent taken, Func<TakenEvent, ValueTask> handle)
    {
        try
        {
            await handle(taken).ConfigureAwait(false);
            return null;
        }
        catch (Exception error) when (IsFailure(error))
        {
            return error;
        }
    }

    private DeadLetter GiveUp(TakenEvent taken, Exception error, int attempts, DateTimeOffset firstFailedAt)
    {
        var exceeded = context.Journal.GivenUp(Policy.StopAfterErrorRate);
        if (exceeded is not null || Policy.Then == FailureAction.Stop)
            throw new EventNotHandledException(context.Name, taken, attempts, exceeded, error);
        return DeadLetterWriting.Of(context.Name, taken, error, attempts, firstFailedAt, context.Clock.GetUtcNow());
    }
}
