namespace Foldstream.Sqlite;

/// <summary>What subscriptions could not handle, on one connection: read anywhere, changed inside the writer's transaction.</summary>
internal sealed class DeadLetterTable(Connection connection, Guid store)
{
    private const string Columns =
        "subscription, event_id, position, category, stream, tenant, version, type, type_version, "
        + "error_type, error_message, stack_trace, attempts, first_failed_at, last_failed_at";

    public IReadOnlyList<DeadLetter> Read(string? subscription, int limit, GlobalPosition? after)
    {
        var query = connection.Kept(
            $"""
            SELECT {Columns} FROM foldstream_dead_letters
            WHERE {(subscription is null ? "" : "subscription = ?3 AND")} position > ?1
            ORDER BY position, subscription LIMIT ?2
            """);
        using var use = query.Begin();
        query.Bind(1, after?.In(store) ?? long.MinValue);
        query.Bind(2, limit);
        if (subscription is not null)
            query.Bind(3, subscription);
        var letters = new List<DeadLetter>();
        while (query.Step())
            letters.Add(Row(query));
        return letters;
    }

    public long Count(string subscription)
    {
        var query = connection.Kept("SELECT count(*) FROM foldstream_dead_letters WHERE subscription = ?1");
        using var use = query.Begin();
        query.Bind(1, subscription);
        query.Step();
        return query.Int64(0);
    }

    public bool Holds(string subscription, Guid eventId)
    {
        var query = connection.Kept("SELECT count(*) FROM foldstream_dead_letters WHERE subscription = ?1 AND event_id = ?2");
        using var use = query.Begin();
        query.Bind(1, subscription);
        query.Bind(2, eventId);
        query.Step();
        return query.Int64(0) > 0;
    }

    public void Save(DeadLetter letter)
    {
        var save = connection.Kept(
            $"""
            INSERT INTO foldstream_dead_letters ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            ON CONFLICT (subscription, event_id) DO UPDATE SET
                position = excluded.position, category = excluded.category, stream = excluded.stream, tenant = excluded.tenant,
                version = excluded.version, type = excluded.type, type_version = excluded.type_version,
                error_type = excluded.error_type, error_message = excluded.error_message, stack_trace = excluded.stack_trace,
                attempts = attempts + excluded.attempts, last_failed_at = excluded.last_failed_at
            """);
        using var use = save.Begin();
        save.Bind(1, letter.Subscription);
        save.Bind(2, letter.EventId);
        save.Bind(3, letter.Position.In(store));
        save.Bind(4, letter.Stream.Category);
        save.Bind(5, letter.Stream.Id);
        save.Bind(6, letter.Stream.Tenant);
        save.Bind(7, letter.Version.Value);
        save.Bind(8, letter.Type.Name);
        save.Bind(9, letter.Type.Version);
        save.Bind(10, letter.ErrorType);
        save.Bind(11, letter.ErrorMessage);
        save.Bind(12, letter.StackTrace);
        save.Bind(13, letter.Attempts);
        save.Bind(14, Microseconds.From(letter.FirstFailedAt));
        save.Bind(15, Microseconds.From(letter.LastFailedAt));
        save.Step();
    }

    public bool Delete(string subscription, Guid eventId)
    {
        var delete = connection.Kept("DELETE FROM foldstream_dead_letters WHERE subscription = ?1 AND event_id = ?2");
        using var use = delete.Begin();
        delete.Bind(1, subscription);
        delete.Bind(2, eventId);
        delete.Step();
        return connection.Changes > 0;
    }

    public void Delete(string subscription)
    {
        var delete = connection.Kept("DELETE FROM foldstream_dead_letters WHERE subscription = ?1");
        using var use = delete.Begin();
        delete.Bind(1, subscription);
        delete.Step();
    }

    private DeadLetter Row(Statement row) => new()
    {
        Subscription = row.Text(0),
        EventId = row.Guid(1),
        Position = new GlobalPosition(store, row.Int64(2)),
        Stream = new StreamId(row.Text(3), row.Text(4), row.Text(5)),
        Version = row.Int64(6),
        Type = new EventType(row.Text(7), (int)row.Int64(8)),
        ErrorType = row.Text(9),
        ErrorMessage = row.Text(10),
        StackTrace = row.NullableText(11),
        Attempts = (int)row.Int64(12),
        FirstFailedAt = Microseconds.ToTime(row.Int64(13)),
        LastFailedAt = Microseconds.ToTime(row.Int64(14)),
    };
}
