namespace Foldstream.Sqlite;

/// <summary>Who lives and who should work on which partition, on one connection: read anywhere, changed inside the writer's transaction.</summary>
internal sealed class LeaseTable(Connection connection, CheckpointTable checkpoints)
{
    public LeaseRound Beat(Heartbeat beat, DateTimeOffset time)
    {
        var all = checkpoints.Read(beat.Subscription);
        if (all.Count == 0)
            throw new ArgumentException($"Subscription '{beat.Subscription}' has no partitions yet: make them with {nameof(ISubscriptionStore.EnsureCheckpointsAsync)}.", nameof(beat));
        var now = Microseconds.From(time);
        var until = Microseconds.From(time + beat.Duration);
        DeleteDead(beat.Subscription, now);
        Save(beat, until);
        var nodes = ReadNodes(beat.Subscription);
        var share = LeaseShare.Of(all.Count, nodes, beat.Node);
        Renew(beat.Subscription, beat.Node, until);
        Take(beat, share, now, until);
        var held = ReadHeld(beat.Subscription, beat.Node);
        return new LeaseRound([.. checkpoints.Read(beat.Subscription).Where(checkpoint => held.Contains(checkpoint.Partition))], share, nodes.Count);
    }

    public void Release(string subscription, int partition, long token)
    {
        var release = connection.Kept(
            "UPDATE foldstream_checkpoints SET node = NULL, leased_until = NULL WHERE subscription = ?1 AND partition = ?2 AND token = ?3");
        using var use = release.Begin();
        release.Bind(1, subscription);
        release.Bind(2, partition);
        release.Bind(3, token);
        release.Step();
    }

    public void Leave(string subscription, string node)
    {
        Run("DELETE FROM foldstream_nodes WHERE subscription = ?1 AND node = ?2");
        Run("UPDATE foldstream_checkpoints SET node = NULL, leased_until = NULL WHERE subscription = ?1 AND node = ?2");

        void Run(string sql)
        {
            var statement = connection.Kept(sql);
            using var use = statement.Begin();
            statement.Bind(1, subscription);
            statement.Bind(2, node);
            statement.Step();
        }
    }

    public void DeleteNodes(string subscription)
    {
        var delete = connection.Kept("DELETE FROM foldstream_nodes WHERE subscription = ?1");
        using var use = delete.Begin();
        delete.Bind(1, subscription);
        delete.Step();
    }

    public IReadOnlyList<Lease> Read(string subscription, DateTimeOffset now)
    {
        // What has expired is free: nobody has to tell.
        var query = connection.Kept(
            """
            SELECT partition, CASE WHEN leased_until > ?2 THEN node END, CASE WHEN leased_until > ?2 THEN leased_until END
            FROM foldstream_checkpoints WHERE subscription = ?1 ORDER BY partition
            """);
        using var use = query.Begin();
        query.Bind(1, subscription);
        query.Bind(2, Microseconds.From(now));
        var leases = new List<Lease>();
        while (query.Step())
            leases.Add(new Lease((int)query.Int64(0), query.NullableText(1), query.NullableInt64(2) is { } until ? Microseconds.ToTime(until) : null));
        return leases;
    }

    private void DeleteDead(string subscription, long now)
    {
        var delete = connection.Kept("DELETE FROM foldstream_nodes WHERE subscription = ?1 AND lives_until <= ?2");
        using var use = delete.Begin();
        delete.Bind(1, subscription);
        delete.Bind(2, now);
        delete.Step();
    }

    private void Save(Heartbeat beat, long until)
    {
        var save = connection.Kept(
            """
            INSERT INTO foldstream_nodes (subscription, node, lives_until, wants) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (subscription, node) DO UPDATE SET lives_until = excluded.lives_until, wants = excluded.wants
            """);
        using var use = save.Begin();
        save.Bind(1, beat.Subscription);
        save.Bind(2, beat.Node);
        save.Bind(3, until);
        save.Bind(4, beat.Wants ? 1 : 0);
        save.Step();
    }

    private List<string> ReadNodes(string subscription)
    {
        var query = connection.Kept("SELECT node FROM foldstream_nodes WHERE subscription = ?1 AND wants = 1");
        using var use = query.Begin();
        query.Bind(1, subscription);
        var nodes = new List<string>();
        while (query.Step())
            nodes.Add(query.Text(0));
        return nodes;
    }

    // Also a lease that has expired: nobody took the partition, so its token is valid still.
    private void Renew(string subscription, string node, long until)
    {
        var renew = connection.Kept("UPDATE foldstream_checkpoints SET leased_until = ?3 WHERE subscription = ?1 AND node = ?2");
        using var use = renew.Begin();
        renew.Bind(1, subscription);
        renew.Bind(2, node);
        renew.Bind(3, until);
        renew.Step();
    }

    private void Take(Heartbeat beat, int share, long now, long until)
    {
        var missing = share - ReadHeld(beat.Subscription, beat.Node).Count;
        foreach (var partition in ReadFree(beat.Subscription, now).Take(Math.Max(missing, 0)))
            _ = checkpoints.GiveToken(beat.Subscription, partition, beat.Node, until);
    }

    private List<int> ReadFree(string subscription, long now)
    {
        var query = connection.Kept(
            "SELECT partition FROM foldstream_checkpoints WHERE subscription = ?1 AND (node IS NULL OR leased_until <= ?2) ORDER BY partition");
        using var use = query.Begin();
        query.Bind(1, subscription);
        query.Bind(2, now);
        return Partitions(query);
    }

    private List<int> ReadHeld(string subscription, string node)
    {
        var query = connection.Kept("SELECT partition FROM foldstream_checkpoints WHERE subscription = ?1 AND node = ?2 ORDER BY partition");
        using var use = query.Begin();
        query.Bind(1, subscription);
        query.Bind(2, node);
        return Partitions(query);
    }

    private static List<int> Partitions(Statement query)
    {
        var partitions = new List<int>();
        while (query.Step())
            partitions.Add((int)query.Int64(0));
        return partitions;
    }
}
