namespace Foldstream;

/// <summary>Waits for a store that cannot be reached, for as long as it takes: its faults are no failures of a handler.</summary>
internal sealed class StorePatience(SubscriptionContext context)
{
    private readonly FailurePolicy waits = new()
    {
        FirstDelay = TimeSpan.FromMilliseconds(100),
        LongestDelay = TimeSpan.FromSeconds(10),
        Random = context.Options.Failures.Random,
    };

    /// <summary>Repeats a step until the store does it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="rest">Who is told that there is a wait; null for nobody.</param>
    /// <param name="cancellationToken">Ends the repetition.</param>
    public async ValueTask<T> RunAsync<T>(
        Func<CancellationToken, ValueTask<T>> step, PartitionRest? rest, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await step(cancellationToken).ConfigureAwait(false);
            }
            catch (StoreUnavailableException fault)
            {
                context.Journal.StoreFailed(fault);
                using var waiting = rest?.Retrying();
                await Task.Delay(waits.DelayBefore(attempt), context.Clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public async ValueTask RunAsync(Func<CancellationToken, ValueTask> step, PartitionRest? rest, CancellationToken cancellationToken) =>
        await RunAsync(
            async cancellation =>
            {
                await step(cancellation).ConfigureAwait(false);
                return true;
            },
            rest,
            cancellationToken).ConfigureAwait(false);
}
