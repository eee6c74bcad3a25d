namespace Foldstream;

/// <summary>Batches whose effects live elsewhere; the checkpoint follows behind.</summary>
internal sealed class BatchPages(IBatchHandlerWork work, SubscriptionContext context, PartitionLoop loop) : BatchedPages(context, loop)
{
    public override ValueTask RepeatAsync(TakenEvent taken) => CallAsync([taken]);

    protected override async ValueTask HandleAsync(IReadOnlyList<TakenEvent> events, GlobalPosition? through)
    {
        await CallAsync(events).ConfigureAwait(false);
        Loop.Cursor.Handled(through, events.Count);
    }

    private ValueTask CallAsync(IReadOnlyList<TakenEvent> events) =>
        Loop.Calls.RunAsync(static (call, cancellation) => call.work.HandleAsync(call.events, cancellation), (work, events));
}
