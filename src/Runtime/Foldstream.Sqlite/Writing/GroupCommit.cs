using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite;

/// <summary>Writes what many callers want in one transaction, and tells each caller what became of his own; work of the user's has one to itself.</summary>
internal sealed class GroupCommit(Connection connection, StoreWriter writer, StoreFaults faults)
{
    private readonly Statement begin = connection.Prepare("BEGIN IMMEDIATE");
    private readonly Statement commit = connection.Prepare("COMMIT");
    private readonly Statement rollback = connection.Prepare("ROLLBACK");
    private long transactions;

    /// <summary>How many transactions were committed.</summary>
    public long Transactions => Interlocked.Read(ref transactions);

    /// <summary>Writes a group; when it returns, each of its steps has its outcome.</summary>
    public void Write(Span<PendingStep> group)
    {
        try
        {
            begin.Execute();
            Commit(group);
        }
        catch (SqliteFault fault) when (group.Length > 1 && !fault.IsBusy)
        {
            WriteOneByOne(group);
            return;
        }
        catch (Exception error)
        {
            // The lock of another process is nobody's own fault, and waiting again for each step would multiply the wait.
            Fail(group, error);
            return;
        }

        Tell(group);
    }

    /// <summary>Writes one step, unless others hold the lock of the file: then it does nothing, and is false.</summary>
    public bool TryWrite(PendingStep step)
    {
        var alone = new Span<PendingStep>(ref step);
        try
        {
            if (!begin.TryExecute())
                return false;
            Commit(alone);
        }
        catch (Exception error)
        {
            Fail(alone, error);
            return true;
        }

        Tell(alone);
        return true;
    }

    /// <summary>Gives work a transaction of its own; when it returns, the work has its outcome.</summary>
    /// <returns>Whether events were stored.</returns>
    public bool Write(PendingWork work)
    {
        try
        {
            using var transaction = connection.BeginShared();
            writer.Begin(isShared: true);
            // Only now, so that nobody waits for the lock of another process who does not want to any more.
            if (work.TryTake())
                return End(work, transaction, work.Lend(transaction));
        }
        catch (SqliteFault fault)
        {
            work.Fail(faults.Explain(fault));
        }

        return false;
    }

    /// <summary>The error of work that goes on after its transaction.</summary>
    public static InvalidOperationException EndedInside() => new(
        "The transaction was ended inside of the work, by a COMMIT or ROLLBACK of its own or by SQLite after a fault: let the store end it, and let faults end the work.");

    private bool End(PendingWork work, SqliteTransaction transaction, bool keep)
    {
        try
        {
            if (!keep)
            {
                RollBack(transaction);
                work.Tell();
                return false;
            }

            if (!connection.InTransaction)
                throw EndedInside();
            Connection.Commit(transaction);
            Interlocked.Increment(ref transactions);
            work.Tell();
            return work.HasStoredEvents;
        }
        catch (Exception error)
        {
            RollBack(transaction);
            work.Fail(error is SqliteFault fault ? faults.Explain(fault) : error);
            return false;
        }
    }

    private void WriteOneByOne(Span<PendingStep> group)
    {
        for (var index = 0; index < group.Length; index++)
        {
            var step = group.Slice(index, 1);
            try
            {
                begin.Execute();
                Commit(step);
            }
            catch (SqliteFault fault) when (fault.IsBusy)
            {
                Fail(group[index..], fault);
                return;
            }
            catch (Exception error)
            {
                Fail(step, error);
                continue;
            }

            Tell(step);
        }
    }

    private void Commit(Span<PendingStep> group)
    {
        try
        {
            writer.Begin(isShared: group.Length > 1);
            foreach (var step in group)
                step.Run(writer);
            commit.Execute();
        }
        catch
        {
            RollBack();
            throw;
        }

        Interlocked.Increment(ref transactions);
    }

    private static void Tell(Span<PendingStep> group)
    {
        foreach (var step in group)
            step.Tell();
    }

    private void RollBack()
    {
        writer.Forget();
        // SQLite has done it by itself after some faults, a full disk among them.
        if (connection.InTransaction)
            rollback.Execute();
    }

    private void RollBack(SqliteTransaction transaction)
    {
        writer.Forget();
        connection.RollBack(transaction);
    }

    // Whatever it is: nobody may wait for ever.
    private void Fail(Span<PendingStep> group, Exception error)
    {
        foreach (var step in group)
            step.Fail(error is SqliteFault fault ? faults.Explain(fault) : error);
    }
}
