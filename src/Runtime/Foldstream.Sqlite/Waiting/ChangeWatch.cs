namespace Foldstream.Sqlite;

/// <summary>Wakes those who wait for new events: at once for this store's own appends, by polling for those of other processes.</summary>
/// <remarks>
/// It may wake for nothing, and never fails to wake: SQLite changes the counter that is polled with every commit of another
/// connection, and the first look at it counts as a change.
/// </remarks>
internal sealed class ChangeWatch : IAsyncDisposable
{
    private readonly Connection connection;
    private readonly StoreFaults faults;
    private readonly TimeSpan interval;
    private readonly TimeProvider clock;
    private readonly Statement dataVersion;
    private readonly CancellationTokenSource disposal = new();
    private readonly Lock gate = new();
    private TaskCompletionSource change = NewChange();
    private Task polling = Task.CompletedTask;
    private long? seen;
    private int waiting;
    private bool isPolling;
    private bool disposed;

    public ChangeWatch(Connection connection, StoreFaults faults, TimeSpan interval, TimeProvider clock)
    {
        this.connection = connection;
        this.faults = faults;
        this.interval = interval;
        this.clock = clock;
        dataVersion = connection.Prepare("PRAGMA data_version");
    }

    /// <summary>Waits until a question about the store is answered with yes; asks again after every change.</summary>
    public async ValueTask WaitUntilAsync(Func<ValueTask<bool>> answer, CancellationToken cancellationToken)
    {
        if (await answer().ConfigureAwait(false))
            return;
        Enter();
        try
        {
            // The change is taken before the question, so that one in between is not missed.
            for (var next = Next(); !await answer().ConfigureAwait(false); next = Next())
                await next.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Wakes everybody who waits.</summary>
    public void Wake() => Replace()?.TrySetResult();

    /// <summary>Ends the waits with an error.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
            disposed = true;
        await disposal.CancelAsync().ConfigureAwait(false);
        await polling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Replace()?.TrySetException(new ObjectDisposedException(nameof(SqliteEventStore)));
        disposal.Dispose();
        connection.Dispose();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Enter()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(SqliteEventStore));
            waiting++;
            if (isPolling)
                return;
            isPolling = true;
            polling = PollAsync();
        }
    }

    private void Leave()
    {
        lock (gate)
            waiting--;
    }

    private Task Next()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(SqliteEventStore));
            return change.Task;
        }
    }

    private TaskCompletionSource? Replace()
    {
        lock (gate)
        {
            if (waiting == 0)
                return null;
            var current = change;
            change = NewChange();
            return current;
        }
    }

    private async Task PollAsync()
    {
        using var timer = new PeriodicTimer(interval, clock);
        while (await timer.WaitForNextTickAsync(disposal.Token).ConfigureAwait(false))
        {
            if (StopWhenNobodyWaits())
                return;
            Poll();
        }
    }

    private bool StopWhenNobodyWaits()
    {
        lock (gate)
            return !(isPolling = waiting > 0);
    }

    private long DataVersion()
    {
        using var use = dataVersion.Begin();
        dataVersion.Step();
        return dataVersion.Int64(0);
    }

    private void Poll()
    {
        try
        {
            var version = DataVersion();
            if (version == seen)
                return;
            seen = version;
            Wake();
        }
        catch (SqliteFault fault)
        {
            Replace()?.TrySetException(faults.Explain(fault));
        }
    }
}
