using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite;

/// <summary>
/// The line before the one writer: it takes all that waits into one transaction, so that callers who come while the disk is
/// busy share the next commit, and a single caller never waits for company. Work of the user's is taken alone, in its turn.
/// </summary>
/// <remarks>A caller who meets nobody writes on his own thread; only those who come together are handed over to the writer's.</remarks>
internal sealed class WriteQueue
{
    private readonly GroupCommit commits;
    private readonly Action written;
    private readonly Channel<PendingWrite> waiting;
    private readonly SemaphoreSlim turn = new(1);
    private readonly PendingAppends appends = new();
    private readonly AsyncLocal<PendingWork?> runsInside = new();
    private readonly WriterThread thread;

    /// <summary>Starts the writer.</summary>
    /// <param name="commits">What writes a group.</param>
    /// <param name="written">Called after events were written.</param>
    /// <param name="capacity">How many callers may wait, and how many make a group at the most.</param>
    public WriteQueue(GroupCommit commits, Action written, int capacity)
    {
        this.commits = commits;
        this.written = written;
        waiting = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(capacity) { SingleReader = true });
        thread = new WriterThread(commits, written, capacity, waiting.Reader, turn);
    }

    /// <summary>How many callers wait for the writer.</summary>
    public int Waiting => waiting.Reader.Count;

    /// <summary>Gives an append to the writer and waits for its outcome.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed of before there was a place in the line.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AppendResult> WriteAsync(StreamAppend append, CancellationToken cancellationToken)
    {
        var pending = appends.Take(append);
        var result = await WriteAsync(pending, cancellationToken).ConfigureAwait(false);
        // What was not stored may still be in the line, withdrawn.
        appends.GiveBack(pending);
        return result;
    }

    /// <summary>Gives a small change to the writer and waits for its outcome; what it throws before it writes is the caller's alone.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed of before there was a place in the line.</exception>
    public ValueTask<T> ChangeAsync<T>(Func<StoreWriter, T> change, CancellationToken cancellationToken, bool storesEvents = false) =>
        WriteAsync(new PendingChange<T>(change, storesEvents), cancellationToken);

    /// <summary>Runs work in a transaction of its own, on the thread of its caller; what it throws has left nothing behind.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed of before there was a place in the line.</exception>
    public async Task RunAloneAsync(Func<PendingWork, SqliteTransaction, ValueTask> run, CancellationToken cancellationToken)
    {
        CheckMayWait(cancellationToken);
        var work = new PendingWork();
        await EnqueueAsync(work, cancellationToken).ConfigureAwait(false);
        SqliteTransaction transaction;
        using (Withdrawal(work, cancellationToken))
            transaction = await work.Turn.ConfigureAwait(false);
        try
        {
            runsInside.Value = work;
            await run(work, transaction).ConfigureAwait(false);
        }
        catch
        {
            work.End(keep: false);
            await work.Outcome.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        work.End(keep: true);
        await work.Outcome.ConfigureAwait(false);
    }

    /// <summary>Refuses what would wait for the end of the work that it is called from.</summary>
    /// <exception cref="InvalidOperationException">It is called from inside of a transaction.</exception>
    public void RefuseInsideTransaction()
    {
        if (runsInside.Value is { IsOver: false })
            throw new InvalidOperationException(
                "This is called from inside of a transaction of the same store, which it would wait for without end: use the transaction, or call it afterwards.");
    }

    /// <summary>Takes nothing more; completes when everything that waits is written.</summary>
    public Task CompleteAsync()
    {
        waiting.Writer.TryComplete();
        return thread.Ended;
    }

    private static CancellationTokenRegistration Withdrawal(PendingWrite pending, CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static (state, token) => ((PendingWrite)state!).Withdraw(token), pending);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T> WriteAsync<T>(PendingStep<T> pending, CancellationToken cancellationToken)
    {
        CheckMayWait(cancellationToken);
        if (TryWriteHere(pending))
            return await pending.Outcome.ConfigureAwait(false);
        await EnqueueAsync(pending, cancellationToken).ConfigureAwait(false);
        using var withdrawal = Withdrawal(pending, cancellationToken);
        return await pending.Outcome.ConfigureAwait(false);
    }

    /// <summary>Writes on this thread, where nobody else writes or waits and no other process is in the way.</summary>
    private bool TryWriteHere(PendingStep step)
    {
        // Those who come in crowds meet in the line: one commit for each of them would cost more than the way there.
        if (thread.MeetsCrowds || Waiting > 0 || !turn.Wait(0, CancellationToken.None))
            return false;
        try
        {
            if (!commits.TryWrite(step))
                return false;
        }
        finally
        {
            turn.Release();
        }

        if (step.StoresEvents)
            written();
        return true;
    }

    private void CheckMayWait(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RefuseInsideTransaction();
    }

    private async ValueTask EnqueueAsync(PendingWrite pending, CancellationToken cancellationToken)
    {
        try
        {
            await waiting.Writer.WriteAsync(pending, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException($"The {nameof(SqliteEventStore)} was disposed of; nothing was stored.", closed);
        }
    }
}
