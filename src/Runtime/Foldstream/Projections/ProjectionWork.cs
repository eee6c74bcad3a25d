namespace Foldstream;

/// <summary>Keeps the documents of a projection up to date behind the appends: documents and checkpoint in one transaction, so that each event counts exactly once.</summary>
/// <remarks>
/// The token in <see cref="Progress"/> fences: while it is valid nobody else writes these documents, so they are kept in memory from batch to batch, unless other
/// partitions write them too. When a commit was begun and its answer did not come, the checkpoint tells whether it was made, before anything is applied again.
/// </remarks>
/// <param name="store">The store.</param>
/// <param name="collection">Which documents.</param>
/// <param name="isShared">Whether other partitions write the same documents: then they are locked inside the transaction.</param>
/// <param name="cachedDocuments">How many documents to keep in memory at the most.</param>
/// <param name="fingerprints">The fold fingerprints under which the documents may have been built; null where nobody else can have built them.</param>
internal sealed class ProjectionWork<T>(
    IReadModelStore store, DocumentCollection collection, bool isShared, int cachedDocuments, IReadOnlyCollection<string>? fingerprints = null) : ITransactionalWork
    where T : class, IProjection<T>
{
    private readonly DocumentKeys keys = new();
    private readonly DocumentCache<T> cache = new(cachedDocuments);
    private readonly DocumentFold<T> fold = new();
    private readonly HashSet<DocumentKey> missing = [];
    private long? token;
    private GlobalPosition? handledUpTo;
    private bool mayBeCommitted;

    /// <summary>Whether the last failure was that of a handler, or of the content of a document; not of the store.</summary>
    public bool FailedInHandler { get; private set; }

    public object? Take(in StoredEvent stored) => ProjectedEvent.Of<T>(stored, keys);

    public async ValueTask HandleAsync(IReadOnlyList<TakenEvent> events, Progress progress, CancellationToken cancellationToken)
    {
        FailedInHandler = false;
        if (token != progress.Token)
            await BeginAsync(progress.Token, cancellationToken).ConfigureAwait(false);
        if (mayBeCommitted && !IsRepetition(progress))
            await FindCommittedAsync(progress, cancellationToken).ConfigureAwait(false);
        // A step of before, after a commit whose answer was lost: the checkpoint is not to go back to it.
        if (IsHandled(progress))
            return;
        var rest = NotHandledYet(events, progress);
        try
        {
            if (isShared)
                await HandleLockedAsync(rest, progress, cancellationToken).ConfigureAwait(false);
            else
                await HandleAloneAsync(rest, progress, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Whatever is in memory may hold what was not kept.
            cache.Clear();
            throw;
        }

        if (!IsRepetition(progress))
            handledUpTo = progress.Position ?? handledUpTo;
    }

    /// <summary>Forgets what was true under another token. Whoever rebuilds the documents or makes them inline takes the token away, so one look is enough for each.</summary>
    private async ValueTask BeginAsync(long now, CancellationToken cancellationToken)
    {
        cache.Clear();
        handledUpTo = null;
        mayBeCommitted = false;
        if (fingerprints is not null)
        {
            var state = await store.FindProjectionAsync(collection.Projection, cancellationToken).ConfigureAwait(false)
                ?? throw new UnknownProjectionException(collection);
            if (!fingerprints.Contains(state.Fingerprint, StringComparer.Ordinal))
                throw StaleProjectionException.Overtaken(state.Name, state.Fingerprint, T.FoldFingerprint);
        }

        token = now;
    }

    /// <summary>A step that counts no event repeats one that was set aside before: it stands behind the checkpoint, and is not left out.</summary>
    private static bool IsRepetition(Progress progress) => progress.Handled == 0;

    private bool IsHandled(Progress progress) =>
        !IsRepetition(progress) && progress.DeadLetters.Count == 0 && progress.Position is { } wanted && wanted <= handledUpTo;

    /// <summary>Learns from the checkpoint what was committed.</summary>
    private async ValueTask FindCommittedAsync(Progress progress, CancellationToken cancellationToken)
    {
        var checkpoints = await store.ReadCheckpointsAsync(progress.Subscription, cancellationToken).ConfigureAwait(false);
        if (progress.Partition >= checkpoints.Count || checkpoints[progress.Partition].Token != progress.Token)
            throw new PartitionLostException(progress.Subscription, progress.Partition, progress.Token);
        handledUpTo = checkpoints[progress.Partition].Position;
        mayBeCommitted = false;
    }

    /// <summary>Events that come again, after a commit whose answer was lost, are left out.</summary>
    private IReadOnlyList<TakenEvent> NotHandledYet(IReadOnlyList<TakenEvent> events, Progress progress)
    {
        var upTo = IsRepetition(progress) ? null : handledUpTo;
        // In the order of their positions.
        var isBehind = events.Count > 0 && events[0].Position <= upTo;
        return isBehind || events.Any(taken => taken.Item is null)
            ? [.. events.Where(taken => taken.Item is not null && !(taken.Position <= upTo))]
            : events;
    }

    private async ValueTask HandleAloneAsync(IReadOnlyList<TakenEvent> events, Progress progress, CancellationToken cancellationToken)
    {
        fold.Clear();
        missing.Clear();
        foreach (var taken in events)
            Find((ProjectedEvent)taken.Item!);
        if (missing.Count > 0)
        {
            var found = await store.LoadDocumentsAsync(collection, missing, cancellationToken).ConfigureAwait(false);
            InHandler(() => fold.Load(missing, found));
        }

        var changes = Apply(events);
        await TransactAsync(
            async (transaction, cancellation) =>
            {
                await transaction.AdvanceAsync(progress, cancellation).ConfigureAwait(false);
                if (changes is not null)
                    await transaction.WriteAsync(changes, cancellation).ConfigureAwait(false);
            },
            progress,
            cancellationToken).ConfigureAwait(false);
        ProjectionTelemetry.Written(changes);
        cache.Keep(fold);
    }

    private void Find(ProjectedEvent item)
    {
        for (var index = 0; index < item.Count; index++)
        {
            var key = item[index];
            if (fold.Holds(key))
                continue;
            if (cache.TryFind(key, out var slot))
                fold.Put(key, slot);
            else
                missing.Add(key);
        }
    }

    private async ValueTask HandleLockedAsync(IReadOnlyList<TakenEvent> events, Progress progress, CancellationToken cancellationToken)
    {
        var wanted = KeysOf(events);
        DocumentChanges? changes = null;
        await TransactAsync(
            async (transaction, cancellation) =>
            {
                // First the checkpoint, then the documents: in this order everywhere, so that no two block one another for ever.
                await transaction.AdvanceAsync(progress, cancellation).ConfigureAwait(false);
                changes = null;
                if (wanted.Count == 0)
                    return;
                fold.Clear();
                var found = await transaction.LockDocumentsAsync(collection, wanted, cancellation).ConfigureAwait(false);
                InHandler(() => fold.Load(wanted, found));
                changes = Apply(events);
                if (changes is not null)
                    await transaction.WriteAsync(changes, cancellation).ConfigureAwait(false);
            },
            progress,
            cancellationToken).ConfigureAwait(false);
        ProjectionTelemetry.Written(changes);
    }

    /// <summary>Runs a transaction once, whatever becomes of its answer.</summary>
    private async ValueTask TransactAsync(
        Func<IReadModelTransaction, CancellationToken, ValueTask> work, Progress progress, CancellationToken cancellationToken)
    {
        var isDone = false;
        try
        {
            await store.TransactAsync(
                async (transaction, cancellation) =>
                {
                    // The store runs it again: the end of the first run may have been kept all the same.
                    if (isDone && !IsRepetition(progress))
                    {
                        await FindCommittedAsync(progress, cancellation).ConfigureAwait(false);
                        if (IsHandled(progress))
                            return;
                    }

                    isDone = false;
                    await work(transaction, cancellation).ConfigureAwait(false);
                    isDone = true;
                },
                cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            mayBeCommitted = isDone;
            throw;
        }
    }

    private DocumentChanges? Apply(IReadOnlyList<TakenEvent> events)
    {
        return InHandler(() =>
        {
            foreach (var taken in events)
                fold.Apply((ProjectedEvent)taken.Item!, new EventPlace(taken.Stream, taken.Position, taken.RecordedAt));
            return fold.Changes(collection);
        });
    }

    private static HashSet<DocumentKey> KeysOf(IReadOnlyList<TakenEvent> events)
    {
        var all = new HashSet<DocumentKey>();
        foreach (var taken in events)
            ((ProjectedEvent)taken.Item!).AddKeysTo(all);
        return all;
    }

    private void InHandler(Action work) => InHandler(() =>
    {
        work();
        return true;
    });

    private TResult InHandler<TResult>(Func<TResult> work)
    {
        try
        {
            return work();
        }
        catch
        {
            FailedInHandler = true;
            throw;
        }
    }
}
