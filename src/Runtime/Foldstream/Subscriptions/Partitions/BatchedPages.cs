namespace Foldstream;

/// <summary>A whole page at once; where that fails, event by event, so that only the event at fault is set aside.</summary>
internal abstract class BatchedPages(SubscriptionContext context, PartitionLoop loop) : PageHandling
{
    private readonly FailureHandling failures = new(context, loop);

    protected SubscriptionContext Context => context;

    protected PartitionLoop Loop => loop;

    public override async ValueTask HandleAsync(SubscriptionPage page)
    {
        await loop.PassAsync().ConfigureAwait(false);
        var handled = page.Events.Count > 1 && page.IsDecoded && await TryBatchAsync(page).ConfigureAwait(false);
        if (!handled)
            await HandleEachAsync(page).ConfigureAwait(false);
        loop.Cursor.Pass(page.Through);
        await loop.Cursor.SaveWhenDueAsync().ConfigureAwait(false);
    }

    /// <inheritdoc cref="FailureHandling.IsFailure"/>
    protected bool IsFailure(Exception error) => failures.IsFailure(error);

    /// <summary>Handles events and moves the cursor.</summary>
    protected abstract ValueTask HandleAsync(IReadOnlyList<TakenEvent> events, GlobalPosition? through);

    private async ValueTask<bool> TryBatchAsync(SubscriptionPage page)
    {
        loop.Oldest = page.Events[0].RecordedAt;
        try
        {
            await MeasureAsync(page.Events, page.Through).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (failures.IsFailure(error))
        {
            context.Journal.BatchFailed(error);
            return false;
        }
    }

    private async ValueTask HandleEachAsync(SubscriptionPage page)
    {
        foreach (var taken in page.Events)
        {
            await loop.PassAsync().ConfigureAwait(false);
            loop.Oldest = taken.RecordedAt;
            if (await failures.TryAsync(taken, HandleOneAsync).ConfigureAwait(false) is { } letter)
                await loop.SetAsideAsync(letter).ConfigureAwait(false);
        }
    }

    private ValueTask HandleOneAsync(TakenEvent taken) => MeasureAsync([taken], taken.Position);

    private async ValueTask MeasureAsync(IReadOnlyList<TakenEvent> events, GlobalPosition? through)
    {
        await SubscriptionTelemetry.BatchAsync(context.Name, events.Count, (self: this, events, through), static batch => batch.self.HandleAsync(batch.events, batch.through)).ConfigureAwait(false);
        context.Journal.Handled(events.Count);
    }
}
