namespace Foldstream;

/// <summary>Batches whose effects live in the store, kept together with the step of the checkpoint.</summary>
internal sealed class TransactionalPages(ITransactionalWork work, SubscriptionContext context, PartitionLoop loop) : BatchedPages(context, loop)
{
    public override ValueTask RepeatAsync(TakenEvent taken) => CallAsync([taken], Loop.Cursor.Step(Loop.Cursor.Position, 0) with { Settled = [taken.Id] }, Loop.Tokens.Cancel);

    protected override async ValueTask HandleAsync(IReadOnlyList<TakenEvent> events, GlobalPosition? through)
    {
        var step = Loop.Cursor.Step(through, events.Count);
        var isRepeated = false;
        await Context.Patience.RunAsync(
            async cancellation =>
            {
                // The fault may have come after the commit: then the store has the step already.
                if (isRepeated && await Loop.Cursor.WasKeptAsync(step, cancellation).ConfigureAwait(false))
                    return;
                isRepeated = true;
                await CallAsync(events, step, cancellation).ConfigureAwait(false);
            },
            Loop.Rest,
            Loop.Tokens.Cancel).ConfigureAwait(false);
        Loop.Cursor.Kept(step);
    }

    private ValueTask CallAsync(IReadOnlyList<TakenEvent> events, Progress step, CancellationToken _) =>
        Loop.Calls.RunToEndAsync(static (call, cancellation) => call.work.HandleAsync(call.events, call.step, cancellation), (work, events, step));
}
