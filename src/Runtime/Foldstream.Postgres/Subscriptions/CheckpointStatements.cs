using System.Data.Common;
using Npgsql;

namespace Foldstream.Postgres;

/// <summary>The statements on checkpoints.</summary>
internal sealed class CheckpointStatements(SchemaName schema, Guid store)
{
    private const string Columns = "c.subscription, c.partition, c.partitions, c.position, c.token, c.handled, c.updated_at";

    /// <summary>The checkpoints of one subscription.</summary>
    public string OfOne { get; } = $"SELECT {Columns} FROM {schema.Quoted}.checkpoints c WHERE c.subscription = $1 ORDER BY c.partition";

    /// <summary>The checkpoints of all.</summary>
    public string OfAll { get; } = $"SELECT {Columns} FROM {schema.Quoted}.checkpoints c ORDER BY c.subscription, c.partition";

    /// <summary>Moves a partition where the token is valid; else it ends the transaction.</summary>
    public string Advance { get; } =
        $"""
        WITH moved AS (
            UPDATE {schema.Quoted}.checkpoints
            SET position = coalesce($4, position), handled = handled + $5, updated_at = pg_catalog.clock_timestamp()
            WHERE subscription = $1 AND partition = $2 AND token = $3
            RETURNING 1)
        SELECT CASE WHEN EXISTS (SELECT FROM moved) THEN 0 ELSE {schema.Quoted}.partition_lost($1, $2, $3) END
        """;

    public string TakeOver { get; } =
        $"""
        WITH freed AS (DELETE FROM {schema.Quoted}.leases WHERE subscription = $1 AND partition = $2)
        UPDATE {schema.Quoted}.checkpoints c
        SET token = {Token(schema)}
        WHERE c.subscription = $1 AND c.partition = $2
        RETURNING {Columns}
        """;

    private string LockText => $"SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended({SchemaName.Literal("foldstream subscription " + schema.Name + " ")} || $1, 0))";

    private string EnsureText =>
        $"""
        INSERT INTO {schema.Quoted}.checkpoints (subscription, partition, partitions, token, position, handled, updated_at)
        SELECT $1, p.number, $2, pg_catalog.nextval({TokensLiteral(schema)}), $3, CASE p.number WHEN 0 THEN $4 ELSE 0 END, pg_catalog.clock_timestamp()
        FROM pg_catalog.generate_series(0, $2 - 1) p (number)
        WHERE NOT EXISTS (SELECT FROM {schema.Quoted}.checkpoints c WHERE c.subscription = $1)
        """;

    /// <summary>One more than before at least, and more than any that was ever drawn.</summary>
    public static string Token(SchemaName schema) => $"greatest(c.token + 1, pg_catalog.nextval({TokensLiteral(schema)}))";

    public static void Check(string subscription, int partitions)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(partitions, StreamPartition.Count);
    }

    public static void ThrowIfLost(string subscription, IReadOnlyList<Checkpoint> present, IReadOnlyList<long> expected)
    {
        for (var partition = 0; partition < Math.Max(present.Count, expected.Count); partition++)
        {
            var given = expected.ElementAtOrDefault(partition);
            if (partition >= present.Count || partition >= expected.Count || present[partition].Token != given)
                throw new PartitionLostException(subscription, partition, given);
        }
    }

    public Checkpoint Read(DbDataReader reader) => ReadAt(reader, 0);

    public Checkpoint ReadAt(DbDataReader reader, int first) => new(
        reader.GetString(first),
        reader.GetInt32(first + 1),
        reader.GetInt32(first + 2),
        reader.IsDBNull(first + 3) ? null : new GlobalPosition(store, reader.GetInt64(first + 3)),
        reader.GetInt64(first + 4),
        reader.GetInt64(first + 5),
        new DateTimeOffset(reader.GetDateTime(first + 6)));

    /// <summary>One process at a time changes what partitions a subscription has and who holds them; until the end of the transaction.</summary>
    public NpgsqlBatchCommand Lock(string subscription) => OfSubscription(LockText, subscription);

    /// <summary>All partitions, which nobody moves until the end of the transaction.</summary>
    public NpgsqlBatchCommand Hold(string subscription) =>
        OfSubscription($"SELECT {Columns} FROM {schema.Quoted}.checkpoints c WHERE c.subscription = $1 ORDER BY c.partition FOR UPDATE", subscription);

    /// <summary>Makes the partitions where there are none, and gives those that there are; under the lock.</summary>
    public NpgsqlBatchCommand[] Ensure(string subscription, int partitions, long? position) =>
        [Make(subscription, partitions, position, 0), OfSubscription(OfOne, subscription)];

    /// <summary>Makes other partitions in place of those that there are; under the lock. What was handled before is counted on by the first one.</summary>
    public NpgsqlBatchCommand[] Restart(string subscription, int partitions, long? position, long handled) =>
    [
        OfSubscription($"DELETE FROM {schema.Quoted}.leases WHERE subscription = $1", subscription),
        OfSubscription($"DELETE FROM {schema.Quoted}.checkpoints WHERE subscription = $1", subscription),
        Make(subscription, partitions, position, handled),
        OfSubscription(OfOne, subscription),
    ];

    public NpgsqlBatchCommand[] Forget(string subscription) =>
    [
        OfSubscription($"DELETE FROM {schema.Quoted}.checkpoints WHERE subscription = $1 RETURNING partition", subscription),
        OfSubscription($"DELETE FROM {schema.Quoted}.leases WHERE subscription = $1", subscription),
        OfSubscription($"DELETE FROM {schema.Quoted}.nodes WHERE subscription = $1", subscription),
        OfSubscription($"DELETE FROM {schema.Quoted}.dead_letters WHERE subscription = $1", subscription),
    ];

    public void BindAdvance(DbParameterCollection parameters, Progress progress)
    {
        parameters.AddText(progress.Subscription);
        parameters.AddInt32(progress.Partition);
        parameters.AddInt64(progress.Token);
        parameters.AddInt64OrNull(progress.Position?.In(store));
        parameters.AddInt64(progress.Handled);
    }

    private static string TokensLiteral(SchemaName schema) => SchemaName.Literal(schema.Quoted + ".tokens");

    private static NpgsqlBatchCommand OfSubscription(string text, string subscription)
    {
        var command = new NpgsqlBatchCommand(text);
        command.Parameters.AddText(subscription);
        return command;
    }

    private NpgsqlBatchCommand Make(string subscription, int partitions, long? position, long handled)
    {
        var command = OfSubscription(EnsureText, subscription);
        command.Parameters.AddInt32(partitions);
        command.Parameters.AddInt64OrNull(position);
        command.Parameters.AddInt64(handled);
        return command;
    }
}
