namespace Foldstream;

/// <summary>Runs a command against a stream: once for each idempotency key, again on conflict, within bounds.</summary>
internal static class CommandRun
{
    public static ValueTask<CommandResult> RunAsync<TLoaded>(
        IEventStore store,
        StreamId stream,
        CommandContext? context,
        Func<ValueTask<TLoaded>> load,
        Func<TLoaded, ValueTask<CommandResult>> act,
        CancellationToken cancellationToken) =>
        StoreTelemetry.ExecuteAsync(
            stream.Category,
            (Store: store, Stream: stream, Context: context, Load: load, Act: act, Cancellation: cancellationToken),
            static (run, attempts) => AttemptAsync(run.Store, run.Stream, run.Context, run.Load, run.Act, attempts, run.Cancellation));

    internal static async ValueTask<CommandResult> AttemptAsync<TLoaded>(
        IEventStore store,
        StreamId stream,
        CommandContext? context,
        Func<ValueTask<TLoaded>> load,
        Func<TLoaded, ValueTask<CommandResult>> act,
        CommandAttempts? attempts,
        CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            if (attempts is not null)
                attempts.Count = number;
            // In this order the command never acts on what an earlier run of it has stored.
            var loaded = await load().ConfigureAwait(false);
            if (await FindEarlierAsync().ConfigureAwait(false) is { } earlier)
                return earlier;
            try
            {
                var result = await act(loaded).ConfigureAwait(false);
                return result.AlreadyStored ? await FindEarlierAsync().ConfigureAwait(false) ?? result : result;
            }
            catch (WrongExpectedVersionException) when (number < store.Options.CommandAttempts)
            {
                // Somebody else was faster: decide anew on what is there now.
            }
            catch (DuplicateEventException) when (context?.IdempotencyKey is not null)
            {
                // Another run with the key was faster, and decided otherwise: what it stored is the result.
                if (await FindEarlierAsync().ConfigureAwait(false) is { } faster)
                    return faster;
                throw;
            }
        }

        ValueTask<CommandResult?> FindEarlierAsync() => context?.IdempotencyKey is { } key
            ? EarlierRun.FindAsync(store, stream, key, cancellationToken)
            : ValueTask.FromResult<CommandResult?>(null);
    }
}
