using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace Foldstream.Sqlite;

/// <summary>Writes what waits in line, on a thread of its own: commits block it, and the pool is left to the callers.</summary>
internal sealed class WriterThread
{
    private readonly GroupCommit commits;
    private readonly Action written;
    private readonly int capacity;
    private readonly ChannelReader<PendingWrite> waiting;
    private readonly SemaphoreSlim turn;
    private readonly List<PendingStep> group = [];
    private volatile bool meetsCrowds;

    /// <summary>Starts the thread.</summary>
    /// <param name="commits">What writes a group.</param>
    /// <param name="written">Called after events were written.</param>
    /// <param name="capacity">How many make a group at the most.</param>
    /// <param name="waiting">The line; when it is completed, the thread ends.</param>
    /// <param name="turn">Who has it writes.</param>
    public WriterThread(GroupCommit commits, Action written, int capacity, ChannelReader<PendingWrite> waiting, SemaphoreSlim turn)
    {
        this.commits = commits;
        this.written = written;
        this.capacity = capacity;
        this.waiting = waiting;
        this.turn = turn;
        Ended = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Whether several came together lately.</summary>
    public bool MeetsCrowds => meetsCrowds;

    /// <summary>Completes when everything in line is written, and nobody can write any more.</summary>
    public Task Ended { get; }

    private void Run()
    {
        while (waiting.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            turn.Wait(CancellationToken.None);
            try
            {
                WriteWaiting();
            }
            finally
            {
                turn.Release();
            }
        }

        // Kept for good: whoever writes on his own thread ends first, and nobody begins.
        turn.Wait(CancellationToken.None);
    }

    private void WriteWaiting()
    {
        var alone = TakeGroup();
        meetsCrowds = group.Count > 1;
        if (group.Count > 0)
            WriteGroup();
        if (alone is not null)
            WriteAlone(alone);
    }

    /// <summary>Takes what may share a transaction, up to work that may not, which is given.</summary>
    private PendingWork? TakeGroup()
    {
        group.Clear();
        while (group.Count < capacity && waiting.TryRead(out var pending))
        {
            if (pending is PendingWork alone)
                return alone;
            if (pending.TryTake())
                group.Add((PendingStep)pending);
        }

        return null;
    }

    private void WriteGroup()
    {
        // Before they are told: then they are their callers' again.
        var storesEvents = group.Exists(step => step.StoresEvents);
        commits.Write(CollectionsMarshal.AsSpan(group));
        if (storesEvents)
            written();
    }

    private void WriteAlone(PendingWork alone)
    {
        try
        {
            if (commits.Write(alone))
                written();
        }
        catch (Exception unforeseen)
        {
            alone.Fail(unforeseen);
        }
    }
}
