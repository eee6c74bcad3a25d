using System.Collections.Concurrent;

namespace Foldstream.Sqlite;

/// <summary>Appends that were written, to be used again.</summary>
internal sealed class PendingAppends
{
    // As many as usually wait at the same time; what comes beyond is made anew.
    private const int MostKept = 256;

    private readonly ConcurrentQueue<PendingAppend> kept = new();

    public PendingAppend Take(StreamAppend append)
    {
        if (!kept.TryDequeue(out var pending))
            pending = new PendingAppend();
        pending.Begin(append);
        return pending;
    }

    public void GiveBack(PendingAppend pending)
    {
        pending.End();
        if (kept.Count < MostKept)
            kept.Enqueue(pending);
    }
}
