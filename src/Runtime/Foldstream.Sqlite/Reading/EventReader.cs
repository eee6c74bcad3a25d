namespace Foldstream.Sqlite;

/// <summary>All queries for events, prepared on one connection. For one caller at a time.</summary>
internal sealed class EventReader
{
    private const string FindStream =
        """
        SELECT s.stream FROM foldstream_streams s
        WHERE s.category = (SELECT c.category FROM foldstream_categories c WHERE c.name = ?1) AND s.id = ?2 AND s.tenant = ?3
        """;

    private readonly Connection connection;
    private readonly Guid store;
    private readonly TypesByNumber types;
    private readonly StreamsByNumber streams;
    private readonly Statement forwards;
    private readonly Statement backwards;
    private readonly Statement streamHead;
    private readonly Statement logHead;
    private readonly Statement byId;
    private readonly Statement?[] log = new Statement?[LogQuery.Shapes];

    public EventReader(Connection connection, Guid store)
    {
        this.connection = connection;
        this.store = store;
        types = new TypesByNumber(connection);
        streams = new StreamsByNumber(connection);
        forwards = connection.Prepare(StreamQuery("ASC"));
        backwards = connection.Prepare(StreamQuery("DESC"));
        streamHead = connection.Prepare(
            $"""
            SELECT {EventColumns.Facts}, (SELECT s.closed FROM foldstream_streams s WHERE s.stream = e.stream)
            FROM foldstream_events e WHERE e.stream = ({FindStream}) ORDER BY e.version DESC LIMIT 1
            """);
        logHead = connection.Prepare("SELECT max(position) FROM foldstream_events");
        byId = connection.Prepare($"SELECT {EventColumns.All} FROM foldstream_events e WHERE e.event_id = ?1");
    }

    public void ReadStream(StreamId stream, StreamRange range, IEventVisitor visitor, CancellationToken cancellationToken)
    {
        var query = range.Direction == ReadDirection.Forwards ? forwards : backwards;
        using var use = query.Begin();
        BindStream(query, stream);
        query.Bind(4, range.From.Count - 1);
        query.Bind(5, range.To is { } to ? to.Count - 1 : long.MaxValue);
        query.Bind(6, range.Limit ?? -1);
        while (Next(query, cancellationToken) && visitor.Visit(Row(query, stream)))
            continue;
    }

    public void ReadLog(LogRange range, IEventVisitor visitor, CancellationToken cancellationToken)
    {
        var query = log[LogQuery.Shape(range)] ??= connection.Prepare(LogQuery.Text(range));
        using var use = query.Begin();
        LogQuery.Bind(query, range, store);
        if (LogQuery.IsEmpty(range))
            return;
        while (Next(query, cancellationToken) && visitor.Visit(Row(query, streams[query.Int64(EventColumns.Stream)])))
            continue;
    }

    public StreamHead Head(StreamId stream)
    {
        using var use = streamHead.Begin();
        BindStream(streamHead, stream);
        if (!streamHead.Step())
            return StreamHead.Empty(stream);
        var last = new LastEvent(
            streamHead.Guid(EventColumns.EventId),
            types[streamHead.Int64(EventColumns.Type)],
            Microseconds.ToTime(streamHead.Int64(EventColumns.OccurredAt)),
            Microseconds.ToTime(streamHead.Int64(EventColumns.RecordedAt)));
        return new StreamHead(stream, streamHead.Int64(EventColumns.Version), last);
    }

    /// <summary>The same without an object.</summary>
    public StoredEnd End(StreamId stream)
    {
        using var use = streamHead.Begin();
        BindStream(streamHead, stream);
        return streamHead.Step()
            ? new StoredEnd(
                streamHead.Int64(EventColumns.Stream),
                streamHead.Int64(EventColumns.Version),
                Microseconds.ToTime(streamHead.Int64(EventColumns.RecordedAt)),
                streamHead.Int64(EventColumns.AfterFacts) != 0)
            : StoredEnd.None;
    }

    /// <summary>The connection that the queries run on.</summary>
    public Connection Connection => connection;

    public GlobalPosition? Head()
    {
        using var use = logHead.Begin();
        return logHead.Step() && logHead.Int64(0) is > 0 and var last ? new GlobalPosition(store, last) : null;
    }

    public RecordedEvent? Find(Guid eventId)
    {
        using var use = byId.Begin();
        byId.Bind(1, eventId);
        return byId.Step() ? Row(byId, streams[byId.Int64(EventColumns.Stream)]).ToRecordedEvent() : null;
    }

    /// <summary>Forgets numbers that may have been given in a transaction that was rolled back.</summary>
    public void Forget()
    {
        types.Forget();
        streams.Forget();
    }

    private static string StreamQuery(string direction) =>
        $"""
        SELECT {EventColumns.All} FROM foldstream_events e
        WHERE e.stream = ({FindStream}) AND e.version BETWEEN ?4 AND ?5
        ORDER BY e.version {direction} LIMIT ?6
        """;

    private static void BindStream(Statement query, StreamId stream)
    {
        query.Bind(1, stream.Category);
        query.Bind(2, stream.Id);
        query.Bind(3, stream.Tenant);
    }

    private static bool Next(Statement query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return query.Step();
    }

    private StoredEvent Row(Statement row, StreamId stream) => new(
        stream,
        row.Int64(EventColumns.Version),
        new GlobalPosition(store, row.Int64(EventColumns.Position)),
        row.Guid(EventColumns.EventId),
        types[row.Int64(EventColumns.Type)],
        row.Bytes(EventColumns.Data),
        Microseconds.ToTime(row.Int64(EventColumns.OccurredAt)),
        Microseconds.ToTime(row.Int64(EventColumns.RecordedAt)),
        row.Bytes(EventColumns.Metadata));
}
