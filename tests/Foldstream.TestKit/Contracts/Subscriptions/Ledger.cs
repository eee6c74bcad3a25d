using System.Collections.Concurrent;

namespace Foldstream.TestKit;

/// <summary>Work inside the store's transactions: keeps, as one document for each stream, how many of its events were counted.</summary>
internal sealed class Ledger(IReadModelStore store) : ITransactionalWork
{
    /// <summary>Runs before a batch is kept; what it throws rolls it back.</summary>
    public Func<IReadOnlyList<TakenEvent>, CancellationToken, Task>? Keeping { get; set; }

    /// <summary>Runs after a batch was kept, in place of the answer.</summary>
    public Func<Task>? Kept { get; set; }

    /// <summary>The sizes of the batches that came, also of those that failed.</summary>
    public ConcurrentQueue<int> Batches { get; } = new();

    public static RunPart Part(IReadModelStore store, Ledger ledger, SubscriptionOptions options) => new()
    {
        Name = "ledger",
        Interest = new SubscriptionInterest(null, ["number-drawn"]),
        Options = options,
        BeforeStart = async cancellation => await store.PrepareAsync(Pots.Definition(), "one", cancellationToken: cancellation),
        CreateWork = _ => ledger,
    };

    public object? Take(in StoredEvent stored) => stored.Stream;

    public async ValueTask HandleAsync(IReadOnlyList<TakenEvent> events, Progress progress, CancellationToken cancellationToken)
    {
        Batches.Enqueue(events.Count);
        await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                DocumentKey[] keys = [.. events.Select(taken => new DocumentKey(taken.Stream.Id)).Distinct().Order()];
                var known = await transaction.LockDocumentsAsync(Pots.Live, keys, cancellation);
                var writes = from key in keys
                             let before = known.Where(stored => stored.Key == key).Select(Pots.AmountOf).SingleOrDefault()
                             let counted = before + events.Count(taken => taken.Stream.Id == key.Id)
                             select Pots.Write(key, counted, progress.Position!.Value);
                await transaction.WriteAsync(new DocumentChanges(Pots.Live, [.. writes], []), cancellation);
                if (Keeping is { } keeping)
                    await keeping(events, cancellation);
                await transaction.AdvanceAsync(progress, cancellation);
            },
            cancellationToken: cancellationToken);
        if (Kept is { } kept)
            await kept();
    }
}
