using System.Runtime.InteropServices;

namespace Foldstream.Sqlite;

/// <summary>Writes the appends of many callers in one transaction, and tells each caller what became of his own.</summary>
internal sealed class GroupCommit(Connection connection, EventWriter writer, StoreFaults faults)
{
    private readonly Statement begin = connection.Prepare("BEGIN IMMEDIATE");
    private readonly Statement commit = connection.Prepare("COMMIT");
    private readonly Statement rollback = connection.Prepare("ROLLBACK");
    private long transactions;

    /// <summary>How many transactions were committed.</summary>
    public long Transactions => Interlocked.Read(ref transactions);

    /// <summary>Writes the appends; when it returns, each of them has its outcome.</summary>
    public void Write(List<PendingAppend> group)
    {
        try
        {
            WriteTogether(CollectionsMarshal.AsSpan(group));
        }
        catch (SqliteFault fault) when (group.Count > 1 && !fault.IsBusy)
        {
            WriteOneByOne(CollectionsMarshal.AsSpan(group));
        }
        catch (SqliteFault fault)
        {
            // The lock of another process is nobody's own fault, and waiting again for each append would multiply the wait.
            Fail(CollectionsMarshal.AsSpan(group), fault);
        }
    }

    private void WriteOneByOne(Span<PendingAppend> group)
    {
        for (var index = 0; index < group.Length; index++)
        {
            try
            {
                WriteTogether(group.Slice(index, 1));
            }
            catch (SqliteFault fault) when (fault.IsBusy)
            {
                Fail(group[index..], fault);
                return;
            }
            catch (SqliteFault fault)
            {
                Fail(group.Slice(index, 1), fault);
            }
        }
    }

    private void WriteTogether(Span<PendingAppend> group)
    {
        var outcomes = new Outcome[group.Length];
        begin.Execute();
        try
        {
            for (var index = 0; index < group.Length; index++)
                outcomes[index] = Outcome.Of(writer, group[index].Appends);
            commit.Execute();
        }
        catch
        {
            RollBack();
            throw;
        }

        Interlocked.Increment(ref transactions);
        for (var index = 0; index < group.Length; index++)
            outcomes[index].Tell(group[index]);
    }

    private void RollBack()
    {
        writer.Forget();
        // SQLite has done it by itself after some faults, a full disk among them.
        if (connection.InTransaction)
            rollback.Execute();
    }

    private void Fail(Span<PendingAppend> group, SqliteFault fault)
    {
        foreach (var pending in group)
            pending.TrySetException(faults.Explain(fault));
    }

    /// <summary>What becomes of an append if its transaction is committed.</summary>
    private readonly record struct Outcome(IReadOnlyList<AppendResult>? Results, Exception? Refusal)
    {
        public static Outcome Of(EventWriter writer, IReadOnlyList<StreamAppend> appends)
        {
            try
            {
                return new Outcome(writer.Append(appends), null);
            }
            catch (Exception refusal) when (refusal is not SqliteFault)
            {
                return new Outcome(null, refusal);
            }
        }

        public void Tell(PendingAppend pending)
        {
            if (Refusal is not null)
                pending.TrySetException(Refusal);
            else
                pending.TrySetResult(Results!);
        }
    }
}
