namespace Foldstream.Sqlite;

/// <summary>Stores appends inside the transaction of its connection, each of them wholly or not at all.</summary>
internal sealed class EventWriter
{
    private readonly EventReader reader;
    private readonly EventRows rows;
    private readonly Guid store;
    private readonly EventStoreOptions options;
    private readonly InlineGuard guard;
    private readonly Statement savepoint;
    private readonly Statement release;
    private readonly Statement rollbackToSavepoint;
    private readonly Statement rollback;
    private readonly Statement begin;

    // Of the streams of the appends that are being stored.
    private readonly List<StoredEnd> ends = [];

    public EventWriter(Connection connection, Guid store, EventStoreOptions options, InlineGuard guard)
    {
        this.store = store;
        this.options = options;
        this.guard = guard;
        reader = new EventReader(connection, store);
        rows = new EventRows(connection, store, options.NewEventId);
        savepoint = connection.Prepare("SAVEPOINT append");
        release = connection.Prepare("RELEASE append");
        rollbackToSavepoint = connection.Prepare("ROLLBACK TO append");
        rollback = connection.Prepare("ROLLBACK");
        begin = connection.Prepare("BEGIN IMMEDIATE");
    }

    /// <summary>Whether others have a part in the transaction, which a refused append must leave as it is.</summary>
    public bool IsShared { get; set; } = true;

    /// <summary>Stores the events of an append; what it throws has left nothing in the transaction.</summary>
    /// <exception cref="SqliteFault">The transaction as a whole is in question.</exception>
    public AppendResult Append(StreamAppend append, AppendContent content)
    {
        AppendResult result = null!;
        Append(new ReadOnlySpan<StreamAppend>(in append), new Span<AppendResult>(ref result), isAlone: false, content);
        return result;
    }

    /// <summary>Stores the events of all appends or of none; what it throws has left nothing in the transaction.</summary>
    /// <exception cref="SqliteFault">The transaction as a whole is in question.</exception>
    public IReadOnlyList<AppendResult> Append(StreamAppend[] appends)
    {
        var results = new AppendResult[appends.Length];
        Append(appends, results, isAlone: false);
        return results;
    }

    /// <summary>Stores appends to which projections are applied in the same transaction.</summary>
    /// <inheritdoc cref="Append(StreamAppend[])"/>
    public AppendResult[] AppendAlone(StreamAppend[] appends)
    {
        var results = new AppendResult[appends.Length];
        Append(appends, results, isAlone: true);
        return results;
    }

    /// <summary>The events that were stored last, as readers will see them.</summary>
    public IReadOnlyList<RecordedEvent> Stored(IReadOnlyList<AppendResult> results, int count)
    {
        var last = results[^1].LastPosition!.Value;
        var events = new List<RecordedEvent>(count);
        reader.ReadLog(new LogRange { After = new GlobalPosition(store, last.Value - count) }, new Collecting(events), CancellationToken.None);
        return events;
    }

    /// <summary>Forgets what was read in a transaction that was rolled back.</summary>
    public void Forget()
    {
        reader.Forget();
        rows.Forget();
    }

    private void Append(ReadOnlySpan<StreamAppend> appends, Span<AppendResult> results, bool isAlone, AppendContent? content = null)
    {
        var leavesRows = false;
        try
        {
            Check(appends, isAlone);
            leavesRows = appends.Length > 1 || !rows.AddsOneRow(appends[0], ends[0]);
            // A savepoint copies every page that is changed: who has the transaction to himself begins it anew instead.
            if (leavesRows && IsShared)
                savepoint.Execute();
            Store(appends, results, content);
            if (leavesRows && IsShared)
                release.Execute();
        }
        catch (Exception refusal) when (refusal is not SqliteFault)
        {
            if (leavesRows)
                Undo();
            // Only now, so that an append that succeeds pays no look-ups: a repeated append is recognised whatever became of its condition.
            if (RepeatedAppend.Find(appends.ToArray(), reader.Find) is not { } earlier)
                throw;
            for (var index = 0; index < results.Length; index++)
                results[index] = earlier[index];
        }
    }

    private void Undo()
    {
        if (IsShared)
        {
            rollbackToSavepoint.Execute();
            release.Execute();
        }
        else
        {
            rollback.Execute();
            begin.Execute();
        }

        Forget();
    }

    private void Check(ReadOnlySpan<StreamAppend> appends, bool isAlone)
    {
        ends.Clear();
        foreach (var append in appends)
        {
            var end = reader.End(append.Stream);
            if (end.IsClosed)
                throw new StreamClosedException(append.Stream, end.Version);
            ends.Add(end);
        }

        for (var index = 0; index < appends.Length; index++)
            Check(appends[index], ends[index]);
        if (isAlone)
            guard.CheckAlone(appends);
        else
            guard.CheckTogether(appends);
    }

    // The usual condition needs the version only.
    private void Check(StreamAppend append, StoredEnd end)
    {
        if (append.Condition is not ExpectedVersion expected || !expected.Accepts(end.Version))
            append.Condition.Check(reader.Head(append.Stream));
    }

    private void Store(ReadOnlySpan<StreamAppend> appends, Span<AppendResult> results, AppendContent? content)
    {
        var now = StoredTime.Normalize(options.Clock.GetUtcNow());
        for (var index = 0; index < appends.Length; index++)
            results[index] = rows.Add(appends[index], ends[index], now, content);
    }

    private sealed class Collecting(List<RecordedEvent> events) : IEventVisitor
    {
        public bool Visit(in StoredEvent stored)
        {
            events.Add(stored.ToRecordedEvent());
            return true;
        }
    }
}
