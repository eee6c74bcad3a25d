namespace Foldstream.Sqlite;

/// <summary>Adds the rows of events and of what they name.</summary>
internal sealed class EventRows(Connection connection, Guid store, Func<DateTimeOffset, Guid> newEventId)
{
    private readonly NumbersGiven numbers = new(connection);
    private readonly Statement addStream = connection.Prepare("INSERT INTO foldstream_streams (category, tenant, id, partition) VALUES (?1, ?2, ?3, ?4)");
    private readonly Statement closeStream = connection.Prepare("UPDATE foldstream_streams SET closed = 1 WHERE stream = ?1");
    private readonly Statement addEvent = connection.Prepare(
        """
        INSERT INTO foldstream_events (stream, version, category, event_id, type, occurred_at, recorded_at, metadata, data)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """);

    /// <summary>Whether an append adds one row and nothing else: then the row is there or not by itself.</summary>
    public bool AddsOneRow(StreamAppend append, StoredEnd end) =>
        end.Number is not null && !append.ClosesStream && append.Events.Count == 1 && numbers.Knows(append.Events[0].Type);

    /// <summary>Forgets what was read in a transaction that was rolled back.</summary>
    public void Forget() => numbers.Forget();

    /// <summary>Adds the rows of an append.</summary>
    /// <param name="append">The append.</param>
    /// <param name="end">Where its stream ends.</param>
    /// <param name="now">When it is stored.</param>
    /// <param name="content">The content of its events; null where they are to be asked for it.</param>
    public AppendResult Add(StreamAppend append, StoredEnd end, DateTimeOffset now, AppendContent? content)
    {
        var category = numbers.Of(append.Stream.Category);
        var stream = end.Number ?? AddStream(append.Stream, category);
        var first = end.Version.Next;
        var recordedAt = end.RecordedAt > now ? end.RecordedAt : now;
        for (var index = 0; index < append.Events.Count; index++)
        {
            var item = append.Events[index];
            AddEvent(append.Stream, stream, category, first + index, item, content is null ? item.Data.Span : content[index], now, recordedAt);
        }

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
        StreamId address,
        long stream,
        long category,
        StreamVersion version,
        EventData item,
        ReadOnlySpan<byte> content,
        DateTimeOffset now,
        DateTimeOffset recordedAt)
    {
        var id = item.Id ?? newEventId(now);
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
        addEvent.BindBlob(9, content);
        try
        {
            addEvent.Step();
        }
        catch (SqliteFault fault) when (fault.IsRepeatedEventId)
        {
            throw new DuplicateEventException(address, id, "was given by the id source and is there already");
        }
    }
}
