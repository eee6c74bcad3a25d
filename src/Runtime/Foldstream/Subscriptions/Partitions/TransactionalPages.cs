namespace Foldstream;

/// <summary>Batches whose effects live in the store, kept together with the step of the checkpoint.</summary>
internal sealed class TransactionalPages(ITransactionalWork work, SubscriptionContext context, PartitionLoop loop) : BatchedPages(context, loop)
{
    public override ValueTask RepeatAsync(TakenEvent taken) => CallAsync([taken], Loop.Cursor.Step(Loop.Cursor.Position, 0) with { Settled = [taken.Id] }, Loop.Tokens.Cancel);

    protected override async ValueTask HandleAsync(IReadOnlyList<TakenEvent> events, GlobalPosition? through)
    {
        var step = Loop.Cursor.Step(through, events.Count);
        try
        {
            await KeepAsync(events, step).ConfigureAwait(false);
        }
        catch (Exception error) when (IsFailure(error))
        {
            // Most failures mean that nothing was kept; one that came behind the commit, such as an answer that was lost, does not.
            if (!await Context.Patience.RunAsync(cancellation => Loop.Cursor.WasKeptAsync(step, cancellation), Loop.Rest, Loop.Tokens.Cancel).ConfigureAwait(false))
                throw;
        }

        Loop.Cursor.Kept(step);
    }

    private async ValueTask KeepAsync(IReadOnlyList<TakenEvent> events, Progress step)
    {
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
    }

    private ValueTask CallAsync(IReadOnlyList<TakenEvent> events, Progress step, CancellationToken _) =>
        Loop.Calls.RunToEndAsync(static (call, cancellation) => call.work.HandleAsync(call.events, call.step, cancellation), (work, events, step));
}
