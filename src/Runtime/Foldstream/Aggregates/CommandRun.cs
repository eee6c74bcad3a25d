namespace Foldstream;

/// <summary>Runs a command against a stream: once for each idempotency key, again on conflict, within bounds.</summary>
internal static class CommandRun
{
    public static async ValueTask<CommandResult> RunAsync(
        IEventStore store,
        StreamId stream,
        CommandContext? context,
        Func<ValueTask<CommandResult>> attempt,
        CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            if (context?.IdempotencyKey is { } key
                && await EarlierRun.FindAsync(store, stream, key, cancellationToken).ConfigureAwait(false) is { } earlier)
                return earlier;
            try
            {
                return await attempt().ConfigureAwait(false);
            }
            catch (WrongExpectedVersionException) when (number < store.Options.CommandAttempts)
            {
                // Somebody else was faster: decide anew on what is there now.
            }
        }
    }
}
