using System.Threading.Channels;

namespace Foldstream.Sqlite;

/// <summary>
/// The line before the one writer: it takes all that waits into one transaction, so that callers who come while the disk is
/// busy share the next commit, and a single caller never waits for company.
/// </summary>
internal sealed class WriteQueue
{
    private readonly GroupCommit commits;
    private readonly Action written;
    private readonly int capacity;
    private readonly Channel<PendingAppend> waiting;
    private readonly List<PendingAppend> group = [];
    private readonly Task loop;

    /// <summary>Starts the writer.</summary>
    /// <param name="commits">What writes a group.</param>
    /// <param name="written">Called after each group.</param>
    /// <param name="capacity">How many appends may wait, and how many make a group at the most.</param>
    public WriteQueue(GroupCommit commits, Action written, int capacity)
    {
        this.commits = commits;
        this.written = written;
        this.capacity = capacity;
        waiting = Channel.CreateBounded<PendingAppend>(new BoundedChannelOptions(capacity) { SingleReader = true });
        loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>How many appends wait for the writer.</summary>
    public int Waiting => waiting.Reader.Count;

    /// <summary>Gives appends to the writer and waits for their outcome.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed of before there was a place in the line.</exception>
    public async Task<IReadOnlyList<AppendResult>> WriteAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var pending = new PendingAppend(appends);
        await EnqueueAsync(pending, cancellationToken).ConfigureAwait(false);
        using var withdrawal = cancellationToken.UnsafeRegister(
            static (state, token) => ((PendingAppend)state!).Withdraw(token), pending);
        return await pending.Task.ConfigureAwait(false);
    }

    /// <summary>Takes nothing more; completes when everything that waits is written.</summary>
    public Task CompleteAsync()
    {
        waiting.Writer.TryComplete();
        return loop;
    }

    private async ValueTask EnqueueAsync(PendingAppend pending, CancellationToken cancellationToken)
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

    // A thread of its own: commits block it, and the pool is left to the callers.
    private void Run()
    {
        while (waiting.Reader.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            TakeGroup();
            if (group.Count > 0)
                WriteGroup();
        }
    }

    private void TakeGroup()
    {
        group.Clear();
        while (group.Count < capacity && waiting.Reader.TryRead(out var pending))
        {
            if (pending.TryTake())
                group.Add(pending);
        }
    }

    private void WriteGroup()
    {
        try
        {
            commits.Write(group);
        }
        catch (Exception unforeseen)
        {
            // Nobody may wait for ever; whoever has his outcome already keeps it.
            group.ForEach(pending => pending.TrySetException(unforeseen));
        }

        written();
    }
}
