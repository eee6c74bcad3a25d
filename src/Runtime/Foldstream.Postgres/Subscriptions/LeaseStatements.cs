using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>The statements on leases and nodes. Times are the server's.</summary>
internal sealed class LeaseStatements(SchemaName schema)
{
    public string Release { get; } =
        $"""
        DELETE FROM {schema.Quoted}.leases l USING {schema.Quoted}.checkpoints c
        WHERE l.subscription = $1 AND l.partition = $2 AND c.subscription = l.subscription AND c.partition = l.partition AND c.token = $3
        RETURNING true
        """;

    public string List { get; } =
        $"""
        SELECT c.partition, l.node, l.expires_at
        FROM {schema.Quoted}.checkpoints c
        LEFT JOIN {schema.Quoted}.leases l
            ON l.subscription = c.subscription AND l.partition = c.partition AND l.expires_at > pg_catalog.clock_timestamp()
        WHERE c.subscription = $1
        ORDER BY c.partition
        """;

    /// <summary>The living nodes.</summary>
    public NpgsqlBatchCommand Nodes(string subscription) => New(
        $"SELECT n.node FROM {schema.Quoted}.nodes n WHERE n.subscription = $1 AND n.expires_at > pg_catalog.clock_timestamp()", subscription);

    /// <summary>Every partition as a checkpoint, then who has it; nobody where the lease has expired, unless it is that of the node that asks.</summary>
    public NpgsqlBatchCommand Partitions(Heartbeat beat)
    {
        var command = New(
            $"""
            SELECT c.subscription, c.partition, c.partitions, c.position, c.token, c.handled, c.updated_at, l.node
            FROM {schema.Quoted}.checkpoints c
            LEFT JOIN {schema.Quoted}.leases l
                ON l.subscription = c.subscription AND l.partition = c.partition AND (l.node = $2 OR l.expires_at > pg_catalog.clock_timestamp())
            WHERE c.subscription = $1
            ORDER BY c.partition
            """,
            beat.Subscription);
        command.Parameters.AddText(beat.Node);
        return command;
    }

    /// <summary>Lets the node live on, or takes it out of those that want partitions.</summary>
    public NpgsqlBatchCommand Live(Heartbeat beat)
    {
        var command = New(
            beat.Wants
                ? $"""
                    INSERT INTO {schema.Quoted}.nodes (subscription, node, expires_at) VALUES ($1, $2, pg_catalog.clock_timestamp() + $3)
                    ON CONFLICT (subscription, node) DO UPDATE SET expires_at = excluded.expires_at
                    """
                : $"DELETE FROM {schema.Quoted}.nodes WHERE subscription = $1 AND node = $2",
            beat.Subscription);
        command.Parameters.AddText(beat.Node);
        if (beat.Wants)
            command.Parameters.AddInterval(beat.Duration);
        return command;
    }

    public NpgsqlBatchCommand RemoveDeadNodes(string subscription) => New(
        $"DELETE FROM {schema.Quoted}.nodes WHERE subscription = $1 AND expires_at <= pg_catalog.clock_timestamp()", subscription);

    public NpgsqlBatchCommand Renew(Heartbeat beat)
    {
        var command = New(
            $"UPDATE {schema.Quoted}.leases SET expires_at = pg_catalog.clock_timestamp() + $3 WHERE subscription = $1 AND node = $2", beat.Subscription);
        command.Parameters.AddText(beat.Node);
        command.Parameters.AddInterval(beat.Duration);
        return command;
    }

    /// <summary>Takes so many of some free partitions. One whose step is just being kept is passed over: a beat waits for nobody.</summary>
    public NpgsqlBatchCommand Take(Heartbeat beat, int[] free, int count)
    {
        var command = New(
            $"""
            WITH free AS (
                SELECT c.partition FROM {schema.Quoted}.checkpoints c
                WHERE c.subscription = $1 AND c.partition = ANY ($4)
                ORDER BY c.partition LIMIT $5
                FOR UPDATE SKIP LOCKED),
            taken AS (
                UPDATE {schema.Quoted}.checkpoints c SET token = {CheckpointStatements.Token(schema)}
                FROM free f WHERE c.subscription = $1 AND c.partition = f.partition
                RETURNING c.subscription, c.partition, c.partitions, c.position, c.token, c.handled, c.updated_at),
            leased AS (
                INSERT INTO {schema.Quoted}.leases (subscription, partition, node, expires_at)
                SELECT t.subscription, t.partition, $2, pg_catalog.clock_timestamp() + $3 FROM taken t
                ON CONFLICT (subscription, partition) DO UPDATE SET node = excluded.node, expires_at = excluded.expires_at)
            SELECT t.subscription, t.partition, t.partitions, t.position, t.token, t.handled, t.updated_at FROM taken t
            """,
            beat.Subscription);
        command.Parameters.AddText(beat.Node);
        command.Parameters.AddInterval(beat.Duration);
        command.Parameters.AddArray(free, NpgsqlDbType.Integer);
        command.Parameters.AddInt32(count);
        return command;
    }

    public NpgsqlBatchCommand[] Leave(string subscription, string node)
    {
        NpgsqlBatchCommand[] commands =
        [
            New($"DELETE FROM {schema.Quoted}.nodes WHERE subscription = $1 AND node = $2", subscription),
            New($"DELETE FROM {schema.Quoted}.leases WHERE subscription = $1 AND node = $2", subscription),
        ];
        foreach (var command in commands)
            command.Parameters.AddText(node);
        return commands;
    }

    private static NpgsqlBatchCommand New(string text, string subscription)
    {
        var command = new NpgsqlBatchCommand(text);
        command.Parameters.AddText(subscription);
        return command;
    }
}
