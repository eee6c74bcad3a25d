namespace Foldstream;

/// <summary>Event by event; the checkpoint follows behind.</summary>
internal sealed class HandlerPages(IHandlerWork work, SubscriptionContext context, PartitionLoop loop) : PageHandling
{
    private readonly FailureHandling failures = new(context, loop);

    public override async ValueTask HandleAsync(SubscriptionPage page)
    {
        foreach (var taken in page.Events)
        {
            await loop.PassAsync().ConfigureAwait(false);
            loop.Oldest = taken.RecordedAt;
            if (await failures.TryAsync(taken, HandleAsync).ConfigureAwait(false) is { } letter)
                await loop.SetAsideAsync(letter).ConfigureAwait(false);
            else
                loop.Cursor.Handled(taken.Position, 1);
            await loop.Cursor.SaveWhenDueAsync().ConfigureAwait(false);
        }

        loop.Cursor.Pass(page.Through);
        await loop.Cursor.SaveWhenDueAsync().ConfigureAwait(false);
    }

    public override ValueTask RepeatAsync(TakenEvent taken) => CallAsync(taken);

    private async ValueTask HandleAsync(TakenEvent taken)
    {
        await CallAsync(taken).ConfigureAwait(false);
        context.Journal.Handled(1);
    }

    private ValueTask CallAsync(TakenEvent taken) =>
        loop.Calls.RunAsync(static (call, cancellation) => call.work.HandleAsync(call.taken, cancellation), (work, taken));
}
