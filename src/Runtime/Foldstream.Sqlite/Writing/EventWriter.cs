namespace Foldstream.Sqlite;

/// <summary>Stores appends inside the transaction of its connection, each of them wholly or not at all.</summary>
internal sealed class EventWriter
{
    private readonly Connection connection;
    private readonly EventReader reader;
    private readonly Guid store;
    private readonly EventStoreOptions options;
    private readonly InlineGuard guard;
    private readonly NumbersGiven numbers;
    private readonly Statement savepoint;
    private readonly Statement release;
    private readonly Statement rollbackToSavepoint;
    private readonly Statement addStream;
    private readonly Statement closeStream;
    private readonly Statement addEvent;

    // Of the streams of the appends that are being stored.
    private readonly List<StoredEnd> ends = [];

    public EventWriter(Connection connection, Guid store, EventStoreOptions options, InlineGuard guard)
    {
        this.connection = connection;
        this.store = store;
        this.options = options;
        this.guard = guard;
        reader = new EventReader(connection, store);
        numbers = new NumbersGiven(connection);
        savepoint = connection.Prepare("SAVEPOINT append");
        release = connection.Prepare("RELEASE append");
        rollbackToSavepoint = connection.Prepare("ROLLBACK TO append");
        addStream = connection.Prepare("INSERT INTO foldstream_streams (category, tenant, id, partition) VALUES (?1, ?2, ?3, ?4)");
        closeStream = connection.Prepare("UPDATE foldstream_streams SET closed = 1 WHERE stream = ?1");
        addEvent = connection.Prepare(
            """
            INSERT INTO foldstream_events (stream, version, category, event_id, type, occurred_at, recorded_at, metadata, data)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """);
    }

    /// <summary>Stores the events of an append; what it throws has left nothing in the transaction.</summary>
    /// <exception cref="SqliteFault">The transaction as a whole is in question.</exception>
    public AppendResult Append(StreamAppend append)
    {
        AppendResult result = null!;
        Append(new ReadOnlySpan<StreamAppend>(in append), new Span<AppendResult>(ref result), isAlone: false);
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
        numbers.Forget();
    }

    private void Append(ReadOnlySpan<StreamAppend> appends, Span<AppendResult> results, bool isAlone)
    {
        var canBeUndone = false;
        try
        {
            Check(appends, isAlone);
            // One row is stored or not by itself.
            canBeUndone = WritesSeveralRows(appends);
            if (canBeUndone)
                savepoint.Execute();
            Store(appends, results);
            if (canBeUndone)
                release.Execute();
        }
        catch (Exception refusal) when (refusal is not SqliteFault)
        {
            if (canBeUndone)
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
        rollbackToSavepoint.Execute();
        release.Execute();
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

    private bool WritesSeveralRows(ReadOnlySpan<StreamAppend> appends) =>
        appends.Length > 1
        || ends[0].Number is null
        || appends[0].ClosesStream
        || appends[0].Events.Count > 1
        || !numbers.Knows(appends[0].Events[0].Type);

    private void Store(ReadOnlySpan<StreamAppend> appends, Span<AppendResult> results)
    {
        var now = StoredTime.Normalize(options.Clock.GetUtcNow());
        for (var index = 0; index < appends.Length; index++)
            results[index] = Store(appends[index], ends[index], now);
    }

    private AppendResult Store(StreamAppend append, StoredEnd end, DateTimeOffset now)
    {
        var category = numbers.Of(append.Stream.Category);
        var stream = end.Number ?? AddStream(append.Stream, category);
        var first = end.Version.Next;
        var recordedAt = end.RecordedAt > now ? end.RecordedAt : now;
        for (var index = 0; index < append.Events.Count; index++)
            AddEvent(append.Stream, stream, category, first + index, append.Events[index], now, recordedAt);
        var position = new GlobalPosition(store, connection.LastInsertedRow);
        if (append.ClosesStream)
            CloseStream(stream);
        return new AppendResult(append.Stream, first, end.Version + append.Events.Count, position, recordedAt);
    }

    private long AddStream(StreamId stream, long category)
    {
        using var use = addStream.Begin();
        addStream.Bind(1, category);
        addStream.Bind(2, stream.Tenant);
        addStream.Bind(3, stream.Id);
        addStream.Bind(4, StreamPartition.Of(stream));
        addStream.Step();
        return connection.LastInsertedRow;
    }

    private void CloseStream(long stream)
    {
        using var use = closeStream.Begin();
        closeStream.Bind(1, stream);
        closeStream.Step();
    }

    private void AddEvent(
        StreamId address, long stream, long category, StreamVersion version, EventData item, DateTimeOffset now, DateTimeOffset recordedAt)
    {
        var id = item.Id ?? options.NewEventId(now);
        var type = numbers.Of(item.Type);
        using var use = addEvent.Begin();
        addEvent.Bind(1, stream);
        addEvent.Bind(2, version.Value);
        addEvent.Bind(3, category);
        addEvent.Bind(4, id);
        addEvent.Bind(5, type);
        addEvent.Bind(6, Microseconds.From(item.OccurredAt ?? now));
        addEvent.Bind(7, Microseconds.From(recordedAt));
        if (!item.Metadata.IsNone)
            addEvent.BindBlob(8, EventMetadataJson.Write(item.Metadata));
        addEvent.BindBlob(9, item.Data.Span);
        try
        {
            addEvent.Step();
        }
        catch (SqliteFault fault) when (fault.IsRepeatedEventId)
        {
            throw new DuplicateEventException(address, id, "was given by the id source and is there already");
        }
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
