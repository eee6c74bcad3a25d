namespace Foldstream;

/// <summary>Runs commands on aggregates, on any store: load, act, store what was raised, again on conflict.</summary>
/// <remarks>A command that throws leaves nothing behind; one that raises nothing writes nothing.</remarks>
public static class AggregateExecution
{
    /// <summary>Runs a command on an aggregate; one that does not exist yet is begun.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The id of its stream, and its tenant where there are several.</param>
    /// <param name="act">The command; it runs again on the newer state when others write to the stream meanwhile.</param>
    /// <param name="context">What to stamp on the events, and the idempotency key. The default, null, is nothing.</param>
    /// <param name="cancellationToken">Ends the attempt; what was stored by then stays stored.</param>
    /// <exception cref="WrongExpectedVersionException">Others wrote to the stream at every one of <see cref="EventStoreOptions.CommandAttempts"/>.</exception>
    /// <exception cref="UnknownEventException">The stream holds an event that the aggregate has no handler for.</exception>
    public static ValueTask<CommandResult> ExecuteAsync<TAggregate>(
        this IEventStore store,
        StreamKey key,
        Action<TAggregate> act,
        CommandContext? context = null,
        CancellationToken cancellationToken = default)
        where TAggregate : class, IAggregate<TAggregate>
    {
        ArgumentNullException.ThrowIfNull(act);
        return store.RunAsync<TAggregate>(key, Act, context, cancellationToken);

        ValueTask Act(TAggregate aggregate)
        {
            act(aggregate);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Runs an asynchronous command on an aggregate; one that does not exist yet is begun.</summary>
    /// <inheritdoc cref="ExecuteAsync{TAggregate}(IEventStore, StreamKey, Action{TAggregate}, CommandContext?, CancellationToken)"/>
    public static ValueTask<CommandResult> ExecuteAsync<TAggregate>(
        this IEventStore store,
        StreamKey key,
        Func<TAggregate, Task> act,
        CommandContext? context = null,
        CancellationToken cancellationToken = default)
        where TAggregate : class, IAggregate<TAggregate>
    {
        ArgumentNullException.ThrowIfNull(act);
        return store.RunAsync<TAggregate>(key, aggregate => new ValueTask(act(aggregate)), context, cancellationToken);
    }

    /// <summary>Runs a command that returns a value; an aggregate that does not exist yet is begun.</summary>
    /// <inheritdoc cref="ExecuteAsync{TAggregate}(IEventStore, StreamKey, Action{TAggregate}, CommandContext?, CancellationToken)"/>
    public static ValueTask<CommandResult<TValue>> ExecuteAsync<TAggregate, TValue>(
        this IEventStore store,
        StreamKey key,
        Func<TAggregate, TValue> act,
        CommandContext? context = null,
        CancellationToken cancellationToken = default)
        where TAggregate : class, IAggregate<TAggregate>
    {
        ArgumentNullException.ThrowIfNull(act);
        return store.RunAsync<TAggregate, TValue>(key, aggregate => new ValueTask<TValue>(act(aggregate)), context, cancellationToken);
    }

    /// <summary>Runs an asynchronous command that returns a value; an aggregate that does not exist yet is begun.</summary>
    /// <inheritdoc cref="ExecuteAsync{TAggregate}(IEventStore, StreamKey, Action{TAggregate}, CommandContext?, CancellationToken)"/>
    public static ValueTask<CommandResult<TValue>> ExecuteAsync<TAggregate, TValue>(
        this IEventStore store,
        StreamKey key,
        Func<TAggregate, Task<TValue>> act,
        CommandContext? context = null,
        CancellationToken cancellationToken = default)
        where TAggregate : class, IAggregate<TAggregate>
    {
        ArgumentNullException.ThrowIfNull(act);
        return store.RunAsync<TAggregate, TValue>(key, aggregate => new ValueTask<TValue>(act(aggregate)), context, cancellationToken);
    }

    private static async ValueTask<CommandResult> RunAsync<TAggregate>(
        this IEventStore store,
        StreamKey key,
        Func<TAggregate, ValueTask> act,
        CommandContext? context,
        CancellationToken cancellationToken)
        where TAggregate : class, IAggregate<TAggregate>
    {
        ArgumentNullException.ThrowIfNull(store);
        var stream = key.In(TAggregate.Category);
        return await CommandRun.RunAsync(store, stream, context, Load, Act, cancellationToken).ConfigureAwait(false);

        ValueTask<TAggregate> Load() => store.LoadOrNewAsync<TAggregate>(stream, null, cancellationToken);

        async ValueTask<CommandResult> Act(TAggregate aggregate)
        {
            await act(aggregate).ConfigureAwait(false);
            return await store.StoreAsync(stream, aggregate, context, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<CommandResult<TValue>> RunAsync<TAggregate, TValue>(
        this IEventStore store,
        StreamKey key,
        Func<TAggregate, ValueTask<TValue>> act,
        CommandContext? context,
        CancellationToken cancellationToken)
        where TAggregate : class, IAggregate<TAggregate>
    {
        TValue value = default!;
        var result = await store.RunAsync<TAggregate>(key, Act, context, cancellationToken).ConfigureAwait(false);
        return new CommandResult<TValue>(result, value);

        async ValueTask Act(TAggregate aggregate) => value = await act(aggregate).ConfigureAwait(false);
    }

    private static async ValueTask<CommandResult> StoreAsync<TAggregate>(
        this IEventStore store, StreamId stream, TAggregate aggregate, CommandContext? context, CancellationToken cancellationToken)
        where TAggregate : class, IAggregate<TAggregate>
    {
        var stored = await store.SaveAsync(aggregate, context, cancellationToken).ConfigureAwait(false);
        return new CommandResult(stream, aggregate.History.Version, stored);
    }
}
