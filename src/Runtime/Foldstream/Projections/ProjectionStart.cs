namespace Foldstream;

/// <summary>Brings a projection into the lifecycle in which it is to run; several processes may do it at the same time.</summary>
/// <remarks>The lifecycle is changed in transactions that exclude appends, and so one another: whoever comes second finds it changed.</remarks>
internal sealed class ProjectionStart<T>(IReadModelStore store, ProjectionOptions options)
    where T : class, IProjection<T>
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    private readonly string name = T.Definition.Name;
    private readonly DocumentCollection collection = new(T.Definition.Name);

    /// <summary>Makes it ready to be kept up to date by its subscription, which the caller begins afterwards.</summary>
    public async ValueTask<ProjectionState> StartBehindAsync(CancellationToken cancellationToken)
    {
        var known = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        if (known.Lifecycle == Lifecycle.Async)
            return known;
        var partitions = options.Subscription.Partitions ?? 1;
        await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                var state = await store.FindProjectionAsync(name, cancellation).ConfigureAwait(false);
                if (state is not { Lifecycle: Lifecycle.Inline })
                    return;
                // Inside appends everything was handled up to the last one.
                var head = await store.HeadAsync(cancellation).ConfigureAwait(false);
                await transaction.RestartAsync(name, partitions, head, cancellationToken: cancellation).ConfigureAwait(false);
                await transaction.SaveStateAsync(T.Definition, state with { Lifecycle = Lifecycle.Async }, cancellation).ConfigureAwait(false);
            },
            excludesAppends: true,
            cancellationToken).ConfigureAwait(false);
        return known;
    }

    /// <summary>Makes it inline, and runs it inside the appends of this store object from now on.</summary>
    public async ValueTask<IInlineProjection> StartInlineAsync(CancellationToken cancellationToken)
    {
        var state = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyCollection<string> fingerprints = [T.FoldFingerprint, state.Fingerprint];
        var projection = new InlineProjection<T>(fingerprints);
        // Before it is inline in the store: until then nothing is applied, and from the very commit on no append of this process is refused.
        store.Inline.Add(projection);
        try
        {
            while (!await TryMakeInlineAsync(cancellationToken).ConfigureAwait(false))
                await Task.Delay(LookEvery * (1 + Random.Shared.NextDouble()), store.Options.Clock, cancellationToken).ConfigureAwait(false);
            return projection;
        }
        catch
        {
            store.Inline.Remove(projection);
            throw;
        }
    }

    /// <summary>Makes the place for the documents, and sees to it that they are what the class makes of the events.</summary>
    private async ValueTask<ProjectionState> PrepareAsync(CancellationToken cancellationToken)
    {
        var state = await store.PrepareAsync(T.Definition, T.FoldFingerprint, cancellationToken: cancellationToken).ConfigureAwait(false);
        var stale = state.Fingerprint == T.FoldFingerprint ? null : StaleProjectionException.FoldChanged(name, state.Fingerprint, T.FoldFingerprint);
        var mayWarn = stale is not null;
        if (await HasLostItsCheckpointAsync(state, cancellationToken).ConfigureAwait(false))
            (stale, mayWarn) = (StaleProjectionException.NoCheckpoint(name, T.FoldFingerprint), false);
        if (stale is null)
            return state;
        var policy = options.OnStale == OnStale.Warn && !mayWarn ? OnStale.Refuse : options.OnStale;
        ProjectionTelemetry.StartedStale(name, policy);
        switch (policy)
        {
            case OnStale.Warn:
                return state;
            case OnStale.Rebuild:
                await store.RebuildAsync<T>(options.Rebuild, null, cancellationToken).ConfigureAwait(false);
                return state with { Fingerprint = T.FoldFingerprint };
            default:
                throw stale;
        }
    }

    private async ValueTask<bool> HasLostItsCheckpointAsync(ProjectionState state, CancellationToken cancellationToken)
    {
        if (state.Lifecycle == Lifecycle.Inline)
            return false;
        var checkpoints = await store.ReadCheckpointsAsync(name, cancellationToken).ConfigureAwait(false);
        if (checkpoints.Count > 0 || await store.CountAsync(collection, tenant: null, filter: null, cancellationToken).ConfigureAwait(false) == 0)
            return false;
        // Another process may have made it inline, or have begun, between the two looks.
        state = await store.FindProjectionAsync(name, cancellationToken).ConfigureAwait(false) ?? state;
        return state.Lifecycle == Lifecycle.Async && (await store.ReadCheckpointsAsync(name, cancellationToken).ConfigureAwait(false)).Count == 0;
    }

    /// <summary>Catches up, and makes the projection inline in one transaction with the rest.</summary>
    /// <returns>Whether it is inline now; false where another process interfered.</returns>
    private async ValueTask<bool> TryMakeInlineAsync(CancellationToken cancellationToken)
    {
        if (await store.FindProjectionAsync(name, cancellationToken).ConfigureAwait(false) is { Lifecycle: Lifecycle.Inline })
            return true;
        try
        {
            var feeds = await ClaimAsync(cancellationToken).ConfigureAwait(false);
            foreach (var feed in feeds)
                await feed.RunAsync((_, _) => { }, cancellationToken).ConfigureAwait(false);
            if (await store.CountDeadLettersAsync(name, cancellationToken).ConfigureAwait(false) is > 0 and var letters)
                throw new ProjectionIncompleteException(name, letters);
            await MakeInlineAsync(feeds, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PartitionLostException)
        {
            return false;
        }
        catch (PoisonedAtTheEndException)
        {
            return false;
        }
    }

    private async ValueTask<List<PartitionFeed<T>>> ClaimAsync(CancellationToken cancellationToken)
    {
        var present = await store.EnsureCheckpointsAsync(name, 1, start: null, cancellationToken).ConfigureAwait(false);
        var feeds = new List<PartitionFeed<T>>();
        foreach (var checkpoint in present)
        {
            try
            {
                var taken = await store.TakeOverAsync(name, checkpoint.Partition, cancellationToken).ConfigureAwait(false);
                feeds.Add(new PartitionFeed<T>(store, collection, taken, PoisonedEvent.Stop, options.Subscription.BatchSize, options.CachedDocuments));
            }
            catch (ArgumentException)
            {
                throw new PartitionLostException(name, checkpoint.Partition, checkpoint.Token);
            }
        }

        return feeds;
    }

    private async ValueTask MakeInlineAsync(List<PartitionFeed<T>> feeds, CancellationToken cancellationToken)
    {
        var finished = new List<FinishedFeed>();
        await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                finished.Clear();
                var head = await store.HeadAsync(cancellation).ConfigureAwait(false);
                foreach (var feed in feeds)
                    finished.Add(await feed.FinishAsync(transaction, head, cancellation).ConfigureAwait(false));
                // Only who holds the tokens comes here: nobody has made it inline, or rebuilt it, since they were taken.
                var state = await store.FindProjectionAsync(name, cancellation).ConfigureAwait(false)
                    ?? throw new UnknownProjectionException(collection);
                await transaction.SaveStateAsync(T.Definition, state with { Lifecycle = Lifecycle.Inline }, cancellation).ConfigureAwait(false);
                await transaction.ForgetAsync(name, cancellation).ConfigureAwait(false);
            },
            excludesAppends: true,
            cancellationToken).ConfigureAwait(false);
        finished.ForEach(feed => feed.Committed());
    }
}
