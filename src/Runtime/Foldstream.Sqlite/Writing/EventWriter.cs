namespace Foldstream.Sqlite;

/// <summary>Stores appends inside the transaction of its connection, each of them wholly or not at all.</summary>
internal sealed class EventWriter
{
    private readonly Connection connection;
    private readonly EventReader reader;
    private readonly Guid store;
    private readonly EventStoreOptions options;
    private readonly Action<IReadOnlyList<StreamAppend>> together;
    private readonly Action<IReadOnlyList<StreamAppend>> alone;
    private readonly NumbersGiven numbers;
    private readonly Statement savepoint;
    private readonly Statement release;
    private readonly Statement rollbackToSavepoint;
    private readonly Statement addStream;
    private readonly Statement closeStream;
    private readonly Statement addEvent;

    public EventWriter(Connection connection, Guid store, EventStoreOptions options, InlineGuard guard)
    {
        this.connection = connection;
        this.store = store;
        this.options = options;
        together = guard.CheckTogether;
        alone = guard.CheckAlone;
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

    /// <summary>Stores the events of all appends or of none; what it throws has left nothing in the transaction.</summary>
    /// <exception cref="SqliteFault">The transaction as a whole is in question.</exception>
    public IReadOnlyList<AppendResult> Append(IReadOnlyList<StreamAppend> appends) => Append(appends, together);

    /// <summary>Stores appends to which projections are applied in the same transaction.</summary>
    /// <inheritdoc cref="Append(IReadOnlyList{StreamAppend})"/>
    public IReadOnlyList<AppendResult> AppendAlone(IReadOnlyList<StreamAppend> appends) => Append(appends, alone);

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

    private IReadOnlyList<AppendResult> Append(IReadOnlyList<StreamAppend> appends, Action<IReadOnlyList<StreamAppend>> check)
    {
        savepoint.Execute();
        try
        {
            var results = Store(appends, check);
            release.Execute();
            return results;
        }
        catch (Exception refusal) when (refusal is not SqliteFault)
        {
            rollbackToSavepoint.Execute();
            release.Execute();
            Forget();
            // Only now, so that an append that succeeds pays no look-ups: a repeated append is recognised whatever became of its condition.
            if (RepeatedAppend.Find(appends, reader.Find) is { } earlier)
                return earlier;
            throw;
        }
    }

    private AppendResult[] Store(IReadOnlyList<StreamAppend> appends, Action<IReadOnlyList<StreamAppend>> check)
    {
        var heads = new StoredHead[appends.Count];
        for (var index = 0; index < heads.Length; index++)
        {
            heads[index] = reader.Head(appends[index].Stream);
            if (heads[index].IsClosed)
                throw new StreamClosedException(appends[index].Stream, heads[index].Head.Version);
        }

        for (var index = 0; index < heads.Length; index++)
            appends[index].Condition.Check(heads[index].Head);
        check(appends);
        var now = StoredTime.Normalize(options.Clock.GetUtcNow());
        var results = new AppendResult[heads.Length];
        for (var index = 0; index < heads.Length; index++)
            results[index] = Store(appends[index], heads[index], now);
        return results;
    }

    private AppendResult Store(StreamAppend append, StoredHead stored, DateTimeOffset now)
    {
        var category = numbers.Of(append.Stream.Category);
        var stream = stored.Number ?? AddStream(append.Stream, category);
        var first = stored.Head.Version.Next;
        var recordedAt = stored.Head.Last is { } last && last.RecordedAt > now ? last.RecordedAt : now;
        var version = first;
        foreach (var item in append.Events)
        {
            AddEvent(append.Stream, stream, category, version, item, now, recordedAt);
            version = version.Next;
        }

        var position = new GlobalPosition(store, connection.LastInsertedRow);
        if (append.ClosesStream)
            CloseStream(stream);
        return new AppendResult(append.Stream, first, stored.Head.Version + append.Events.Count, position, recordedAt);
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
