namespace Foldstream.Postgres;

/// <summary>Wakes those who wait for new events. It asks the server once for all of them: when told by an append or a notification, and now and then.</summary>
internal sealed class LogWatch(Database database, LogReads log, ChangeSignal hints, NotificationListener? listener) : IAsyncDisposable
{
    // What a writer holds back usually comes in a moment, and a rollback tells nobody.
    private static readonly TimeSpan PauseWhileHeldBack = TimeSpan.FromMilliseconds(5);

    private readonly ChangeSignal changes = new();
    private readonly CancellationTokenSource disposal = new();
    private readonly Lock gate = new();
    private Task watching = Task.CompletedTask;
    private long seen = long.MinValue;
    private int waiting;

    public async ValueTask WaitAsync(long after, CancellationToken cancellationToken)
    {
        // The first look is the caller's own, so that a store that cannot be read says so at once.
        var (last, _) = await log.HeadAsync(after, cancellationToken).ConfigureAwait(false);
        if (last is not null)
            return;
        Enter();
        try
        {
            for (var change = changes.Next; Interlocked.Read(ref seen) <= after; change = changes.Next)
                await change.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Ends the waits with an error.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
            disposal.Cancel();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        changes.Fail(new ObjectDisposedException(nameof(PostgresEventStore)));
        if (listener is not null)
            await listener.DisposeAsync().ConfigureAwait(false);
    }

    private void Enter()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposal.IsCancellationRequested, typeof(PostgresEventStore));
            listener?.Start();
            if (waiting++ == 0 && watching.IsCompleted)
                watching = Task.Run(WatchAsync);
        }
    }

    private void Leave()
    {
        lock (gate)
            waiting--;
    }

    private bool StopWhenNobodyWaits()
    {
        lock (gate)
        {
            if (waiting > 0)
                return false;
            watching = Task.CompletedTask;
            return true;
        }
    }

    private async Task WatchAsync()
    {
        while (!disposal.IsCancellationRequested && !StopWhenNobodyWaits())
        {
            var hint = hints.Next;
            var pause = await LookAsync().ConfigureAwait(false);
            await hint.WaitAsync(pause, database.Options.Store.Clock, disposal.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Looks for new events; gives when to look again at the latest.</summary>
    private async Task<TimeSpan> LookAsync()
    {
        try
        {
            var (last, isHeldBack) = await log.HeadAsync(Interlocked.Read(ref seen), disposal.Token).ConfigureAwait(false);
            if (last is { } position)
            {
                Interlocked.Exchange(ref seen, position);
                changes.Raise();
            }

            return isHeldBack && PauseWhileHeldBack < database.Options.PollingInterval ? PauseWhileHeldBack : database.Options.PollingInterval;
        }
        catch (FoldstreamException)
        {
            // A server that is away for a while is no reason to end a wait: it goes on by polling.
            return database.Options.PollingInterval;
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
    }
}
