namespace Foldstream;

/// <summary>Leads one partition of a projection through the log, batch by batch: what a rebuild and the start of an inline projection are made of.</summary>
/// <remarks>
/// Who leads holds the partition's token. Whatever ends a step, the next one begins where the last one that was kept ended. The next batch is read while the present one is
/// handled; never more than that.
/// </remarks>
internal sealed class PartitionFeed<T>
    where T : class, IProjection<T>
{
    private readonly IReadModelStore store;
    private readonly DocumentCollection collection;
    private readonly ProjectionWork<T> work;
    private readonly PoisonedEvent poisoned;
    private readonly int batchSize;
    private readonly TakenPage[] pages;
    private int turn;

    public PartitionFeed(IReadModelStore store, DocumentCollection collection, Checkpoint checkpoint, PoisonedEvent poisoned, int batchSize, int cachedDocuments)
    {
        this.store = store;
        this.collection = collection;
        this.poisoned = poisoned;
        this.batchSize = batchSize;
        Checkpoint = checkpoint;
        work = new ProjectionWork<T>(store, collection, isShared: checkpoint.Partitions > 1 && !T.Definition.IsSingleStream, cachedDocuments);
        // Taken in turn: one is handled while the other is filled.
        pages = [new TakenPage(work), new TakenPage(work)];
    }

    /// <summary>Where the partition stands, and the token under which it is led.</summary>
    public Checkpoint Checkpoint { get; private set; }

    /// <summary>The name under which dead letters are kept.</summary>
    public string DeadLettersOf { get; init; } = T.Definition.Name;

    /// <summary>Handles what there is, until less than a batch came while it did: then it is near the end of the log.</summary>
    public async ValueTask RunAsync(Action<long, GlobalPosition?> progressed, CancellationToken cancellationToken)
    {
        var handled = long.MaxValue;
        while (handled >= batchSize)
        {
            var head = await store.HeadAsync(cancellationToken).ConfigureAwait(false);
            if (head is null || Checkpoint.Position >= head)
                return;
            handled = await RunAsync(head.Value, progressed, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Handles what is left inside a transaction that lets nobody append: then the partition has everything.</summary>
    /// <returns>How many events there were, and what they changed.</returns>
    public async ValueTask<FinishedFeed> FinishAsync(IReadModelTransaction transaction, GlobalPosition? head, CancellationToken cancellationToken)
    {
        // The first use of the transaction: whoever lost the partition is told before anything else.
        var finished = new FinishedFeed(T.Definition.Name);
        await transaction.AdvanceAsync(Step(head, 0), cancellationToken).ConfigureAwait(false);
        for (var position = Checkpoint.Position; head is not null && !(position >= head);)
        {
            var page = await ReadAsync(position, head.Value, cancellationToken).ConfigureAwait(false);
            finished.Add(page.Count, await ApplyAsync(transaction, page, cancellationToken).ConfigureAwait(false));
            if (page.Count < batchSize)
                break;
            position = page[^1].Position;
        }

        return finished;
    }

    /// <summary>Handles everything up to a position, batch by batch.</summary>
    /// <returns>How many events there were.</returns>
    private async ValueTask<long> RunAsync(GlobalPosition head, Action<long, GlobalPosition?> progressed, CancellationToken cancellationToken)
    {
        var handled = 0L;
        var reading = ReadAsync(Checkpoint.Position, head, cancellationToken);
        try
        {
            while (true)
            {
                var page = await reading.ConfigureAwait(false);
                var isLast = page.Count < batchSize;
                if (!isLast)
                    reading = Task.Run(() => ReadAsync(page[^1].Position, head, cancellationToken), cancellationToken);
                await HandleAsync(page, isLast ? head : page[^1].Position, cancellationToken).ConfigureAwait(false);
                handled += page.Count;
                progressed(page.Count, head);
                if (isLast)
                    return handled;
            }
        }
        finally
        {
            // Whoever goes on after an error reads by itself.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Progress Step(GlobalPosition? position, long handled) => new(Checkpoint.Subscription, Checkpoint.Partition, Checkpoint.Token, position, handled);

    private async Task<List<TakenEvent>> ReadAsync(GlobalPosition? after, GlobalPosition upTo, CancellationToken cancellationToken)
    {
        var page = pages[turn ^= 1];
        page.Clear();
        var range = new LogRange
        {
            After = after,
            UpTo = upTo,
            Category = T.Definition.Category,
            EventNames = T.Definition.EventNames,
            Partition = Checkpoint.Partitions > 1 ? PartitionRange.Of(Checkpoint.Partition, Checkpoint.Partitions) : null,
            Limit = batchSize,
        };
        await store.ReadAsync(range, page, cancellationToken).ConfigureAwait(false);
        return page.Events;
    }

    private async ValueTask<DocumentChanges?> ApplyAsync(IReadModelTransaction transaction, List<TakenEvent> page, CancellationToken cancellationToken)
    {
        // What fails here is handled by the usual steps, which know what to do with it.
        if (page.Exists(taken => taken.DecodingError is not null))
            throw new PoisonedAtTheEndException();
        var wanted = page.FindAll(taken => taken.Item is not null);
        var keys = new HashSet<DocumentKey>();
        foreach (var taken in wanted)
            ((ProjectedEvent)taken.Item!).AddKeysTo(keys);
        if (keys.Count == 0)
            return null;
        var found = await transaction.LockDocumentsAsync(collection, keys, cancellationToken).ConfigureAwait(false);
        var changes = Apply(wanted, keys, found);
        if (changes is not null)
            await transaction.WriteAsync(changes, cancellationToken).ConfigureAwait(false);
        return changes;
    }

    private DocumentChanges? Apply(List<TakenEvent> wanted, HashSet<DocumentKey> keys, IReadOnlyList<StoredDocument> found)
    {
        try
        {
            var fold = new DocumentFold<T>();
            fold.Load(keys, found);
            foreach (var taken in wanted)
                fold.Apply((ProjectedEvent)taken.Item!, new EventPlace(taken.Stream, taken.Position, taken.RecordedAt));
            return fold.Changes(collection);
        }
        catch (Exception cause)
        {
            throw new PoisonedAtTheEndException(cause);
        }
    }

    private async ValueTask HandleAsync(List<TakenEvent> page, GlobalPosition position, CancellationToken cancellationToken)
    {
        if (!page.Exists(taken => taken.DecodingError is not null))
        {
            try
            {
                await StepAsync(page, position, page.Count, [], cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception) when (work.FailedInHandler && !cancellationToken.IsCancellationRequested)
            {
                // One of them is at fault: the others are not to suffer for it.
            }
        }

        foreach (var taken in page)
            await HandleOneAsync(taken, cancellationToken).ConfigureAwait(false);
        await StepAsync([], position, 0, [], cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask HandleOneAsync(TakenEvent taken, CancellationToken cancellationToken)
    {
        var error = taken.DecodingError;
        if (error is null)
        {
            try
            {
                await StepAsync([taken], taken.Position, 1, [], cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception cause) when (work.FailedInHandler && !cancellationToken.IsCancellationRequested)
            {
                error = cause;
            }
        }

        if (poisoned == PoisonedEvent.Stop)
            throw new ProjectionFailureException(T.Definition.Name, taken, "correct the handler, or let the rebuild keep such events as dead letters with RebuildOptions.Poisoned", error);
        await StepAsync([], taken.Position, 1, [DeadLetterOf(taken, error)], cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask StepAsync(
        IReadOnlyList<TakenEvent> events, GlobalPosition position, long handled, IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken)
    {
        await work.HandleAsync(events, Step(position, handled) with { DeadLetters = letters }, cancellationToken).ConfigureAwait(false);
        Checkpoint = Checkpoint with { Position = position, Handled = Checkpoint.Handled + handled };
    }

    private DeadLetter DeadLetterOf(in TakenEvent taken, Exception error)
    {
        var now = store.Options.Clock.GetUtcNow();
        return DeadLetterWriting.Of(DeadLettersOf, taken, error, attempts: 1, now, now);
    }
}
