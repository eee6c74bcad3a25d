namespace Foldstream;

/// <summary>Folds the state of deciders and gives them commands, on any store.</summary>
public static class DeciderExecution
{
    /// <summary>Folds a decider's state; the initial one where there are no events.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The id of its stream, and its tenant where there are several.</param>
    /// <param name="asOf">A point in its past. The default, null, is the present.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="UnknownEventException">The stream holds an event that the decider has no <c>Evolve</c> for.</exception>
    /// <exception cref="EventReadException">A stored event cannot be read.</exception>
    public static async ValueTask<Folded<TState>> FoldAsync<TState>(
        this IEventStore store, StreamKey key, AsOf? asOf = null, CancellationToken cancellationToken = default)
        where TState : IDecider<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        var fold = await store.FoldAsync<TState>(key.In(TState.Category), asOf, cancellationToken).ConfigureAwait(false);
        return new Folded<TState>(fold.State, fold.Version);
    }

    /// <summary>Gives a command to a decider and stores what it decides; runs again when others write to the stream meanwhile.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The id of its stream, and its tenant where there are several.</param>
    /// <param name="command">The command.</param>
    /// <param name="context">What to stamp on the events, and the idempotency key. The default, null, is nothing.</param>
    /// <param name="cancellationToken">Ends the attempt; what was stored by then stays stored.</param>
    /// <exception cref="WrongExpectedVersionException">Others wrote to the stream at every one of <see cref="EventStoreOptions.CommandAttempts"/>.</exception>
    public static async ValueTask<CommandResult> DecideAsync<TState, TCommand>(
        this IEventStore store,
        StreamKey key,
        TCommand command,
        CommandContext? context = null,
        CancellationToken cancellationToken = default)
        where TState : IDecides<TState, TCommand>
    {
        ArgumentNullException.ThrowIfNull(store);
        var stream = key.In(TState.Category);
        return await CommandRun.RunAsync(store, stream, context, Load, Act, cancellationToken).ConfigureAwait(false);

        ValueTask<DeciderFold<TState>> Load() => store.FoldAsync<TState>(stream, null, cancellationToken);

        async ValueTask<CommandResult> Act(DeciderFold<TState> fold)
        {
            var before = fold.Version;
            var events = TState.Decide(command, fold.State).Prepare(store, stream, context);
            var stored = await store.AppendPendingAsync(
                stream, StreamVersion.AfterEvents(before), events, cancellationToken).ConfigureAwait(false);
            if (stored is { AlreadyStored: false } && DeciderSnapshots.Find<TState>(store, stream) is { } snapshots)
                await snapshots.KeepIfDueAsync(fold, stream, events, stored, cancellationToken).ConfigureAwait(false);
            return new CommandResult(stream, before + events.Length, stored);
        }
    }

    internal static ValueTask<DeciderFold<TState>> FoldAsync<TState>(
        this IEventStore store, StreamId stream, AsOf? asOf, CancellationToken cancellationToken)
        where TState : IDecider<TState> =>
        StoreTelemetry.LoadAsync(
            stream.Category,
            (Store: store, Stream: stream, AsOf: asOf, Cancellation: cancellationToken),
            static load => load.Store.ReadStateAsync<TState>(load.Stream, load.AsOf, load.Cancellation),
            static fold => fold.Folded);

    internal static async ValueTask<DeciderFold<TState>> ReadStateAsync<TState>(
        this IEventStore store, StreamId stream, AsOf? asOf, CancellationToken cancellationToken)
        where TState : IDecider<TState>
    {
        if (asOf is not { IsVersion: false }
            && DeciderSnapshots.Find<TState>(store, stream) is { } snapshots
            && await ResumeAsync(store, snapshots, stream, asOf, cancellationToken).ConfigureAwait(false) is { } resumed)
            return resumed;
        var fold = new DeciderFold<TState>(asOf);
        await store.ReadAsync(stream, asOf?.Range ?? StreamRange.All, fold, cancellationToken).ConfigureAwait(false);
        return fold;
    }

    /// <summary>Folds what came after the snapshot; null where there is none that can be used.</summary>
    private static async ValueTask<DeciderFold<TState>?> ResumeAsync<TState>(
        IEventStore store, SnapshotSource<TState> snapshots, StreamId stream, AsOf? asOf, CancellationToken cancellationToken)
        where TState : IDecider<TState>
    {
        if (await snapshots.FindAsync(asOf, cancellationToken).ConfigureAwait(false) is not var (snapshot, state))
            return null;
        var resumed = new DeciderFold<TState>(asOf);
        resumed.Resume(snapshot, state);
        var fold = new ResumedFold(resumed, snapshot.Place);
        var range = (asOf?.Range ?? StreamRange.All) with { From = snapshot.Place };
        await store.ReadAsync(stream, range, fold, cancellationToken).ConfigureAwait(false);
        return await snapshots.ConcludesAsync(fold, cancellationToken).ConfigureAwait(false) ? resumed : null;
    }

    // Deciding does not evolve the state: only a snapshot asks for what came of it.
    private static async ValueTask KeepIfDueAsync<TState>(
        this SnapshotSource<TState> snapshots, DeciderFold<TState> fold, StreamId stream, EventData[] events, AppendResult stored, CancellationToken cancellationToken)
        where TState : IDecider<TState>
    {
        var trail = fold.Snapshots.WithEvent(events[0].OccurredAt ?? stored.RecordedAt);
        var after = fold.Version + events.Length;
        if (snapshots.IsDue(trail, fold.Version, after))
            await snapshots.KeepAsync(Evolved, (fold, stream, events, stored), after, cancellationToken).ConfigureAwait(false);

        static TState Evolved((DeciderFold<TState> Fold, StreamId Stream, EventData[] Events, AppendResult Stored) work)
        {
            work.Fold.Evolve(work.Stream, work.Events, work.Stored);
            return work.Fold.State;
        }
    }
}
