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
    public static ValueTask<Folded<TState>> FoldAsync<TState>(
        this IEventStore store, StreamKey key, AsOf? asOf = null, CancellationToken cancellationToken = default)
        where TState : IDecider<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.FoldAsync<TState>(key.In(TState.Category), asOf, cancellationToken);
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

        ValueTask<Folded<TState>> Load() => store.FoldAsync<TState>(stream, null, cancellationToken);

        async ValueTask<CommandResult> Act(Folded<TState> before)
        {
            var decided = TState.Decide(command, before.State);
            var stored = await store.AppendPendingAsync(
                stream, StreamVersion.AfterEvents(before.Version), decided, context, cancellationToken).ConfigureAwait(false);
            return new CommandResult(stream, before.Version + decided.Count, stored);
        }
    }

    internal static ValueTask<Folded<TState>> FoldAsync<TState>(
        this IEventStore store, StreamId stream, AsOf? asOf, CancellationToken cancellationToken)
        where TState : IDecider<TState> =>
        StoreTelemetry.LoadAsync(
            stream.Category,
            (Store: store, Stream: stream, AsOf: asOf, Cancellation: cancellationToken),
            static load => load.Store.ReadStateAsync<TState>(load.Stream, load.AsOf, load.Cancellation),
            static folded => folded.Version);

    internal static async ValueTask<Folded<TState>> ReadStateAsync<TState>(
        this IEventStore store, StreamId stream, AsOf? asOf, CancellationToken cancellationToken)
        where TState : IDecider<TState>
    {
        var fold = new DeciderFold<TState>(asOf);
        await store.ReadAsync(stream, asOf?.Range ?? StreamRange.All, fold, cancellationToken).ConfigureAwait(false);
        return new Folded<TState>(fold.State, fold.Version);
    }
}
