using System.Collections.Concurrent;

namespace Foldstream.Postgres;

/// <summary>The sessions that are free.</summary>
internal sealed class AppendSessions(Database database, AppendStatements statements)
{
    private readonly ConcurrentBag<AppendSession> free = [];

    public AppendSession Rent() => free.TryTake(out var session) ? session : new AppendSession(database, statements);

    /// <summary>Takes back a session that did not fail.</summary>
    public void Return(AppendSession session)
    {
        session.Reset();
        free.Add(session);
    }
}
