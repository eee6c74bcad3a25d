using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Sends appends that arrive together as one pipeline in one transaction, each with an answer of its own.</summary>
/// <remarks>
/// A caller who finds a lane free sends at once and alone, on its own thread. Otherwise it waits in the queue; whoever has a lane
/// takes what waits there when it is done, and never waits for more. A batch that fails as a whole was rolled back as a whole: its
/// appends are then sent one by one.
/// </remarks>
internal sealed class GroupCommit : IAppendSender, IAsyncDisposable
{
    private readonly AppendSessions sessions;
    private readonly DirectSender direct;
    private readonly Channel<QueuedAppend> queue;
    private readonly int largestBatch;
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int freeLanes;
    private int working;
    private volatile bool disposed;

    public GroupCommit(AppendSessions sessions, PostgresStoreOptions options)
    {
        this.sessions = sessions;
        direct = new DirectSender(sessions);
        queue = Channel.CreateBounded<QueuedAppend>(new BoundedChannelOptions(options.QueueCapacity));
        largestBatch = options.LargestBatch;
        freeLanes = options.GroupCommitLanes;
    }

    /// <summary>How many appends wait for a lane.</summary>
    public int Waiting => queue.Reader.Count;

    public ValueTask<StoredAppend?> SendAsync(PendingAppend append, ExpectedVersion expected, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(PostgresEventStore));
        return TryTakeLane() ? SendAtOnceAsync(append, expected, cancellationToken) : WaitAsync(append, expected, cancellationToken);
    }

    /// <summary>Waits until the appends that were taken are answered.</summary>
    public async ValueTask DisposeAsync()
    {
        disposed = true;
        queue.Writer.TryComplete();
        StartLane();
        if (Volatile.Read(ref working) > 0)
            await drained.Task.ConfigureAwait(false);
        while (queue.Reader.TryRead(out var left))
            left.Fail(new ObjectDisposedException(nameof(PostgresEventStore)));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<StoredAppend?> SendAtOnceAsync(PendingAppend append, ExpectedVersion expected, CancellationToken cancellationToken)
    {
        try
        {
            return await direct.SendAsync(append, expected, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            PassLaneOn();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<StoredAppend?> WaitAsync(PendingAppend append, ExpectedVersion expected, CancellationToken cancellationToken)
    {
        var queued = new QueuedAppend(append, expected, cancellationToken);
        while (!queue.Writer.TryWrite(queued))
        {
            var isOpen = await queue.Writer.WaitToWriteAsync(cancellationToken).ConfigureAwait(false);
            ObjectDisposedException.ThrowIf(!isOpen, typeof(PostgresEventStore));
        }

        queued.Watch();
        // A lane may have become free between the first look and the queue.
        StartLane();
        return await queued.Answer.ConfigureAwait(false);
    }

    private void PassLaneOn()
    {
        if (queue.Reader.Count > 0)
            _ = Task.Run(RunLaneAsync);
        else
            LeaveLane();
    }

    private void StartLane()
    {
        if (queue.Reader.Count > 0 && TryTakeLane())
            _ = Task.Run(RunLaneAsync);
    }

    private async Task RunLaneAsync()
    {
        while (TakeBatch() is { Count: > 0 } batch)
            await SendAsync(batch).ConfigureAwait(false);
        LeaveLane();
    }

    private List<QueuedAppend> TakeBatch()
    {
        var batch = new List<QueuedAppend>();
        while (batch.Count < largestBatch && queue.Reader.TryRead(out var next))
        {
            if (next.Take())
                batch.Add(next);
        }

        return batch;
    }

    private async Task SendAsync(List<QueuedAppend> batch)
    {
        // One order for all batches, so that two of them cannot wait for one another's rows.
        batch.Sort((left, right) => StreamOrder.Compare(left.Append.Stream, right.Append.Stream));
        try
        {
            var session = sessions.Rent();
            foreach (var queued in batch)
                session.Add(queued.Append, queued.Expected);
            var answers = await session.SendAsync(CancellationToken.None).ConfigureAwait(false);
            for (var index = 0; index < batch.Count; index++)
                batch[index].Complete(answers[index]);
            sessions.Return(session);
        }
        catch (NpgsqlException error) when (batch.Count > 1 && StoreFaults.Classify(error) != FaultKind.Unknown)
        {
            foreach (var queued in batch)
                await SendAloneAsync(queued).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Each caller decides for its own append.
            foreach (var queued in batch)
                queued.Fail(error);
        }
    }

    private async Task SendAloneAsync(QueuedAppend queued)
    {
        try
        {
            queued.Complete(await direct.SendAsync(queued.Append, queued.Expected, queued.Cancellation).ConfigureAwait(false));
        }
        catch (Exception error)
        {
            queued.Fail(error);
        }
    }

    private bool TryTakeLane()
    {
        for (var free = Volatile.Read(ref freeLanes); free > 0; free = Volatile.Read(ref freeLanes))
        {
            if (Interlocked.CompareExchange(ref freeLanes, free - 1, free) != free)
                continue;
            Interlocked.Increment(ref working);
            return true;
        }

        return false;
    }

    private void LeaveLane()
    {
        Interlocked.Increment(ref freeLanes);
        // Somebody may have come to the queue after the last look and found no lane.
        StartLane();
        if (Interlocked.Decrement(ref working) == 0 && disposed)
            drained.TrySetResult();
    }
}
