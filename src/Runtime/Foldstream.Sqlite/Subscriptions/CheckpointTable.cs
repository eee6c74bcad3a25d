namespace Foldstream.Sqlite;

/// <summary>How far subscriptions have come, on one connection: read anywhere, changed inside the writer's transaction.</summary>
internal sealed class CheckpointTable(Connection connection, Guid store)
{
    private const string Columns = "subscription, partition, position, token, handled, updated_at";

    /// <summary>The checkpoints of a subscription, or of all, by name and partition.</summary>
    public IReadOnlyList<Checkpoint> Read(string? subscription)
    {
        var query = connection.Kept(
            $"SELECT {Columns} FROM foldstream_checkpoints {(subscription is null ? "" : "WHERE subscription = ?1")} ORDER BY subscription, partition");
        using var use = query.Begin();
        if (subscription is not null)
            query.Bind(1, subscription);
        var rows = new List<Checkpoint>();
        while (query.Step())
            rows.Add(Row(query));
        var counts = rows.GroupBy(row => row.Subscription, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return [.. rows.Select(row => row with { Partitions = counts[row.Subscription] })];
    }

    public IReadOnlyList<Checkpoint> Ensure(string subscription, int partitions, GlobalPosition? start, DateTimeOffset now)
    {
        if (Read(subscription) is { Count: > 0 } present)
            return present;
        return Make(subscription, partitions, start, handled: 0, now);
    }

    public Checkpoint TakeOver(string subscription, int partition)
    {
        var present = Read(subscription);
        if (partition < 0 || partition >= present.Count)
            throw new ArgumentException($"Subscription '{subscription}' has no partition {partition}: it has {present.Count}.", nameof(partition));
        return present[partition] with { Token = GiveToken(subscription, partition, node: null, until: null) };
    }

    /// <summary>Gives a partition to whoever takes it, a node with its lease or a run without one; nobody before him can move it from now on.</summary>
    public long GiveToken(string subscription, int partition, string? node, long? until)
    {
        var token = NextToken();
        var take = connection.Kept(
            "UPDATE foldstream_checkpoints SET token = ?3, node = ?4, leased_until = ?5 WHERE subscription = ?1 AND partition = ?2");
        using var use = take.Begin();
        take.Bind(1, subscription);
        take.Bind(2, partition);
        take.Bind(3, token);
        take.Bind(4, node);
        take.Bind(5, until);
        take.Step();
        return token;
    }

    /// <exception cref="PartitionLostException">The token is no longer valid; nothing was changed.</exception>
    public void Advance(Progress progress, DateTimeOffset now)
    {
        var move = connection.Kept(
            """
            UPDATE foldstream_checkpoints SET position = coalesce(?4, position), handled = handled + ?5, updated_at = ?6
            WHERE subscription = ?1 AND partition = ?2 AND token = ?3
            """);
        using var use = move.Begin();
        move.Bind(1, progress.Subscription);
        move.Bind(2, progress.Partition);
        move.Bind(3, progress.Token);
        move.Bind(4, progress.Position?.In(store));
        move.Bind(5, progress.Handled);
        move.Bind(6, Microseconds.From(now));
        move.Step();
        if (connection.Changes == 0)
            throw new PartitionLostException(progress.Subscription, progress.Partition, progress.Token);
    }

    /// <exception cref="PartitionLostException">A token is no longer valid; nothing was changed.</exception>
    public IReadOnlyList<Checkpoint> Restart(
        string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        var present = Read(subscription);
        if (expectedTokens is not null)
            CheckTokens(subscription, present, expectedTokens);
        Delete(subscription);
        return Make(subscription, partitions, position, present.Sum(checkpoint => checkpoint.Handled), now);
    }

    public bool Delete(string subscription)
    {
        var delete = connection.Kept("DELETE FROM foldstream_checkpoints WHERE subscription = ?1");
        using var use = delete.Begin();
        delete.Bind(1, subscription);
        delete.Step();
        return connection.Changes > 0;
    }

    private static void CheckTokens(string subscription, IReadOnlyList<Checkpoint> present, IReadOnlyList<long> expected)
    {
        for (var partition = 0; partition < Math.Max(present.Count, expected.Count); partition++)
        {
            if (partition >= present.Count || partition >= expected.Count || present[partition].Token != expected[partition])
                throw new PartitionLostException(subscription, partition, partition < expected.Count ? expected[partition] : -1);
        }
    }

    private IReadOnlyList<Checkpoint> Make(string subscription, int partitions, GlobalPosition? position, long handled, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        var token = NextToken();
        var add = connection.Kept($"INSERT INTO foldstream_checkpoints ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        for (var partition = 0; partition < partitions; partition++)
        {
            using var use = add.Begin();
            add.Bind(1, subscription);
            add.Bind(2, partition);
            add.Bind(3, position?.In(store));
            add.Bind(4, token);
            // What was handled before is counted on by the first partition.
            add.Bind(5, partition == 0 ? handled : 0);
            add.Bind(6, Microseconds.From(now));
            add.Step();
        }

        return Read(subscription);
    }

    private long NextToken()
    {
        var next = connection.Kept("UPDATE foldstream_store SET tokens = tokens + 1 RETURNING tokens");
        using var use = next.Begin();
        next.Step();
        return next.Int64(0);
    }

    private Checkpoint Row(Statement row) => new(
        row.Text(0),
        (int)row.Int64(1),
        Partitions: 0,
        row.NullableInt64(2) is { } position ? new GlobalPosition(store, position) : null,
        row.Int64(3),
        row.Int64(4),
        Microseconds.ToTime(row.Int64(5)));
}
