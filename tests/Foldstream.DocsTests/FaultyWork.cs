namespace Foldstream.DocsTests;

/// <summary>Work that meets one of each: a store that is away, an event that fails, and events that are handled.</summary>
internal sealed class FaultyWork(IReadModelStore store) : ITransactionalWork
{
    private bool wasAway;

    public object? Take(in StoredEvent stored) => stored.Type;

    public async ValueTask HandleAsync(IReadOnlyList<TakenEvent> events, Progress progress, CancellationToken cancellationToken)
    {
        if (!wasAway)
        {
            wasAway = true;
            throw new StoreUnavailableException("test", "The store is away.");
        }

        if (events.Any(taken => taken.Type.Name == "unknown-to-wallets"))
            throw new InvalidOperationException("This one fails.");
        await store.AdvanceAsync(progress, cancellationToken);
    }
}
