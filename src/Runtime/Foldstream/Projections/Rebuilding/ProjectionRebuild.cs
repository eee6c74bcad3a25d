using System.Runtime.ExceptionServices;

namespace Foldstream;

/// <summary>Builds the documents of a projection anew beside those that are read, and puts them in their place in one transaction.</summary>
/// <remarks>
/// Whoever holds the tokens of the rebuild's checkpoints works; every call takes them once when it begins, and whoever loses them watches, and takes them back when
/// nothing moves any more. Documents and checkpoints are written under these tokens only, so several calls cannot mix their work.
/// </remarks>
internal sealed class ProjectionRebuild<T>
    where T : class, IProjection<T>
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly IReadModelStore store;
    private readonly RebuildOptions options;
    private readonly RebuildMeter meter;
    private readonly string name = T.Definition.Name;
    private readonly string subscription = SubscriptionOf(T.Definition.Name);
    private readonly DocumentCollection shadow = new DocumentCollection(T.Definition.Name).Shadow;
    private string? fingerprintBefore;

    public ProjectionRebuild(IReadModelStore store, RebuildOptions options, IProgress<RebuildProgress>? progress)
    {
        this.store = store;
        this.options = options;
        meter = new RebuildMeter(name, store.Options.Clock, progress);
        if (options.Partitions > 1 && !T.Definition.IsPartitionable)
            throw NotPartitionableException.For(T.Definition, options.Partitions.Value);
    }

    /// <summary>The name of the checkpoints of a rebuild; a user's subscription cannot have it.</summary>
    public static string SubscriptionOf(string projection) => $"{projection}~rebuild";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var outcome = "error";
        try
        {
            var before = await store.PrepareAsync(T.Definition, T.FoldFingerprint, cancellationToken: cancellationToken).ConfigureAwait(false);
            fingerprintBefore = before.Fingerprint;
            while (!await TryFinishEmptyAsync(cancellationToken).ConfigureAwait(false)
                && !await TryAsync(cancellationToken).ConfigureAwait(false)
                && !await WatchAsync(cancellationToken).ConfigureAwait(false))
            {
                // The other one stopped: it is this call's again.
            }

            outcome = "rebuilt";
        }
        catch (OperationCanceledException)
        {
            outcome = "cancelled";
            throw;
        }
        finally
        {
            ProjectionTelemetry.RebuildEnded(name, meter.Elapsed, outcome);
        }
    }

    // Partitions that write the same documents wait for one another and keep none in memory: that is no gain by itself.
    private int NewPartitions => !T.Definition.IsPartitionable ? 1
        : options.Partitions ?? (T.Definition.IsSingleStream ? Math.Min(Environment.ProcessorCount, 8) : 1);

    /// <summary>Without any event there is no document to build.</summary>
    private async ValueTask<bool> TryFinishEmptyAsync(CancellationToken cancellationToken)
    {
        if (await store.HeadAsync(cancellationToken).ConfigureAwait(false) is not null)
            return false;
        var isEmpty = false;
        await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                isEmpty = await store.HeadAsync(cancellation).ConfigureAwait(false) is null;
                if (!isEmpty)
                    return;
                var before = await store.FindProjectionAsync(name, cancellation).ConfigureAwait(false);
                var state = new ProjectionState(name, before?.Lifecycle ?? Lifecycle.Async, T.FoldFingerprint, Now);
                await transaction.SaveStateAsync(T.Definition, state, cancellation).ConfigureAwait(false);
            },
            excludesAppends: true,
            cancellationToken).ConfigureAwait(false);
        if (isEmpty)
            meter.End(0);
        return isEmpty;
    }

    /// <summary>Does the work; false where another call took it over.</summary>
    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var feeds = await ClaimAsync(cancellationToken).ConfigureAwait(false);
                do
                {
                    await FeedAsync(feeds, cancellationToken).ConfigureAwait(false);
                    if (await TryFinishAsync(feeds, cancellationToken).ConfigureAwait(false) is { } isMarked)
                    {
                        if (isMarked)
                            return true;
                        break;
                    }
                }
                while (true);
            }
        }
        catch (PartitionLostException)
        {
            return false;
        }
        catch (UnknownProjectionException unknown) when (unknown.Collection == shadow)
        {
            return false;
        }
    }

    private async ValueTask<PartitionFeed<T>[]> ClaimAsync(CancellationToken cancellationToken)
    {
        var checkpoints = await TakeOverAsync(cancellationToken).ConfigureAwait(false);
        var mayStepOver = !await IsInlineAsync(cancellationToken).ConfigureAwait(false);
        if (!await ShadowMark.IsValidAsync(store, shadow, T.FoldFingerprint, cancellationToken).ConfigureAwait(false)
            || (!mayStepOver && await store.CountDeadLettersAsync(subscription, cancellationToken).ConfigureAwait(false) > 0))
            checkpoints = await BeginAnewAsync(checkpoints, cancellationToken).ConfigureAwait(false);
        meter.Begin(checkpoints, await store.HeadAsync(cancellationToken).ConfigureAwait(false));
        return
        [
            .. checkpoints.Select(checkpoint => new PartitionFeed<T>(store, shadow, checkpoint, mayStepOver ? options.Poisoned : PoisonedEvent.Stop, options.BatchSize, options.CachedDocuments)
            {
                DeadLettersOf = subscription,
            }),
        ];
    }

    /// <summary>An inline projection has no subscription that could keep dead letters: what it stepped over would be lost.</summary>
    private async ValueTask<bool> IsInlineAsync(CancellationToken cancellationToken) =>
        await store.FindProjectionAsync(name, cancellationToken).ConfigureAwait(false) is { Lifecycle: Lifecycle.Inline };

    private async ValueTask<IReadOnlyList<Checkpoint>> TakeOverAsync(CancellationToken cancellationToken)
    {
        var present = await store.EnsureCheckpointsAsync(subscription, NewPartitions, start: null, cancellationToken).ConfigureAwait(false);
        var taken = new Checkpoint[present.Count];
        for (var partition = 0; partition < taken.Length; partition++)
        {
            try
            {
                taken[partition] = await store.TakeOverAsync(subscription, partition, cancellationToken).ConfigureAwait(false);
            }
            catch (ArgumentException)
            {
                // Another call finished or began anew in between.
                throw new PartitionLostException(subscription, partition, present[partition].Token);
            }
        }

        return taken;
    }

    /// <summary>Removes what an earlier attempt has built. The mark goes first and comes last, so that an interruption in between is seen.</summary>
    private async ValueTask<IReadOnlyList<Checkpoint>> BeginAnewAsync(IReadOnlyList<Checkpoint> held, CancellationToken cancellationToken)
    {
        await store.PrepareAsync(T.Definition, T.FoldFingerprint, isShadow: true, cancellationToken).ConfigureAwait(false);
        await FencedAsync(held, (transaction, cancellation) => ShadowMark.RemoveAsync(transaction, shadow, cancellation), cancellationToken).ConfigureAwait(false);
        var begun = await store.RestartAsync(
            subscription, NewPartitions, position: null, [.. held.Select(checkpoint => checkpoint.Token)], cancellationToken).ConfigureAwait(false);
        await DiscardLettersAsync(subscription, await LettersAsync(subscription, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        await store.DropShadowAsync(name, cancellationToken).ConfigureAwait(false);
        await store.PrepareAsync(T.Definition, T.FoldFingerprint, isShadow: true, cancellationToken).ConfigureAwait(false);
        // There are events, or there would be nothing to do: a document needs a position of its store.
        var head = await store.HeadAsync(cancellationToken).ConfigureAwait(false);
        await FencedAsync(
            begun,
            (transaction, cancellation) => ShadowMark.WriteAsync(transaction, shadow, T.FoldFingerprint, head!.Value, Now, cancellation),
            cancellationToken).ConfigureAwait(false);
        return [.. begun.Select(checkpoint => checkpoint with { Handled = 0 })];
    }

    /// <summary>Runs work in a transaction that fails where a token is no longer valid.</summary>
    private ValueTask FencedAsync(
        IReadOnlyList<Checkpoint> held, Func<IReadModelTransaction, CancellationToken, ValueTask> work, CancellationToken cancellationToken) =>
        store.TransactAsync(
            async (transaction, cancellation) =>
            {
                foreach (var checkpoint in held)
                    await transaction.AdvanceAsync(new Progress(subscription, checkpoint.Partition, checkpoint.Token, null, 0), cancellation).ConfigureAwait(false);
                await work(transaction, cancellation).ConfigureAwait(false);
            },
            cancellationToken: cancellationToken);

    /// <summary>Leads all partitions near the end of the log, at the same time; the first error ends all of them.</summary>
    private async ValueTask FeedAsync(PartitionFeed<T>[] feeds, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var token = end.Token;
        var runs = feeds.Select(feed => Task.Run(
            async () => await feed.RunAsync((events, head) => meter.Step(feed.Checkpoint, events, head), token).ConfigureAwait(false), token)).ToArray();
        ExceptionDispatchInfo? first = null;
        await foreach (var run in Task.WhenEach(runs).ConfigureAwait(false))
        {
            try
            {
                await run.ConfigureAwait(false);
            }
            catch (Exception error)
            {
                first ??= ExceptionDispatchInfo.Capture(error);
                await end.CancelAsync().ConfigureAwait(false);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        first?.Throw();
    }

    /// <summary>Handles the rest while nobody appends, and puts the documents in their place.</summary>
    /// <returns>Whether they took it; false where they have to be begun anew; null where an event failed that the usual steps are to handle first.</returns>
    private async ValueTask<bool?> TryFinishAsync(PartitionFeed<T>[] feeds, CancellationToken cancellationToken)
    {
        var letters = await LettersAsync(subscription, cancellationToken).ConfigureAwait(false);
        var outdated = await LettersAsync(name, cancellationToken).ConfigureAwait(false);
        var finished = new List<FinishedFeed>();
        var isMarked = false;
        try
        {
            await store.TransactAsync(
                async (transaction, cancellation) =>
                {
                    finished = await FinishAsync(feeds, transaction, cancellation).ConfigureAwait(false);
                    // It became inline meanwhile: what was stepped over is to be tried again, and stops it now.
                    isMarked = !(letters.Count > 0 && await IsInlineAsync(cancellation).ConfigureAwait(false))
                        && await ShadowMark.TakeAsync(transaction, shadow, T.FoldFingerprint, cancellation).ConfigureAwait(false);
                    if (isMarked)
                        await PromoteAsync(transaction, letters, cancellation).ConfigureAwait(false);
                },
                excludesAppends: true,
                cancellationToken).ConfigureAwait(false);
        }
        catch (PoisonedAtTheEndException)
        {
            return null;
        }

        if (!isMarked)
            return false;
        var kept = letters.Select(letter => letter.EventId).ToHashSet();
        await DiscardLettersAsync(name, [.. outdated.Where(letter => !kept.Contains(letter.EventId))], cancellationToken).ConfigureAwait(false);
        finished.ForEach(feed => feed.Committed());
        meter.End(finished.Sum(feed => feed.Events));
        return true;
    }

    private async ValueTask<List<FinishedFeed>> FinishAsync(PartitionFeed<T>[] feeds, IReadModelTransaction transaction, CancellationToken cancellationToken)
    {
        var head = await store.HeadAsync(cancellationToken).ConfigureAwait(false);
        var finished = new List<FinishedFeed>();
        foreach (var feed in feeds)
            finished.Add(await feed.FinishAsync(transaction, head, cancellationToken).ConfigureAwait(false));
        return finished;
    }

    private async ValueTask PromoteAsync(IReadModelTransaction transaction, IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken)
    {
        var head = await store.HeadAsync(cancellationToken).ConfigureAwait(false);
        var before = await store.FindProjectionAsync(name, cancellationToken).ConfigureAwait(false);
        var lifecycle = before?.Lifecycle ?? Lifecycle.Async;
        if (lifecycle == Lifecycle.Async)
        {
            // First the checkpoints, then the documents, as every step of the subscription does: whoever runs it is fenced off and takes it again at its new place.
            var live = await store.ReadCheckpointsAsync(name, cancellationToken).ConfigureAwait(false);
            var moved = await transaction.RestartAsync(name, Math.Max(live.Count, 1), head, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (letters.Count > 0)
            {
                var step = new Progress(name, 0, moved[0].Token, head, 0) { DeadLetters = [.. letters.Select(letter => letter with { Subscription = name })] };
                await transaction.AdvanceAsync(step, cancellationToken).ConfigureAwait(false);
            }
        }

        await transaction.PromoteAsync(new ProjectionState(name, lifecycle, T.FoldFingerprint, Now), cancellationToken).ConfigureAwait(false);
        await transaction.ForgetAsync(subscription, cancellationToken).ConfigureAwait(false);
    }

    private DateTimeOffset Now => StoredTime.Normalize(store.Options.Clock.GetUtcNow());

    /// <summary>Waits while another call works.</summary>
    /// <returns>Whether it finished; false where nothing moved for so long that the work is to be taken back.</returns>
    private async ValueTask<bool> WatchAsync(CancellationToken cancellationToken)
    {
        var clock = store.Options.Clock;
        var lastMove = clock.GetTimestamp();
        IReadOnlyList<Checkpoint> seen = [];
        while (true)
        {
            var now = await store.ReadCheckpointsAsync(subscription, cancellationToken).ConfigureAwait(false);
            if (now.Count == 0)
            {
                var state = await store.FindProjectionAsync(name, cancellationToken).ConfigureAwait(false);
                if (state is not null && state.Fingerprint != T.FoldFingerprint && state.Fingerprint != fingerprintBefore)
                    throw StaleProjectionException.Overtaken(name, state.Fingerprint, T.FoldFingerprint);
                if (state?.Fingerprint != T.FoldFingerprint)
                    return false;
                meter.End(0);
                return true;
            }

            if (!now.SequenceEqual(seen))
            {
                seen = now;
                lastMove = clock.GetTimestamp();
                meter.Watch(now);
            }
            else if (clock.GetElapsedTime(lastMove) > options.TakeBackAfter)
            {
                return false;
            }

            await Task.Delay(LookEvery, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<IReadOnlyList<DeadLetter>> LettersAsync(string of, CancellationToken cancellationToken)
    {
        const int Page = 500;
        var letters = new List<DeadLetter>();
        while (true)
        {
            var page = await store.ReadDeadLettersAsync(of, Page, letters.Count == 0 ? null : letters[^1].Position, cancellationToken).ConfigureAwait(false);
            letters.AddRange(page);
            if (page.Count < Page)
                return letters;
        }
    }

    private async ValueTask DiscardLettersAsync(string of, IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken)
    {
        foreach (var letter in letters)
            await store.DiscardDeadLetterAsync(of, letter.EventId, cancellationToken).ConfigureAwait(false);
    }
}
