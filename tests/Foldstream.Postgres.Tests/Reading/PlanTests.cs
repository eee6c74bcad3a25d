using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>No statement of the store falls to a sequential scan, planned for its values or for any, also after many executions.</summary>
public sealed class PlanTests : PostgresTest
{
    private static readonly int Events = LongRun.IsOn ? 1_000_000 : 100_000;

    [Theory]
    [InlineData("auto")]
    [InlineData("force_custom_plan")]
    [InlineData("force_generic_plan")]
    public async Task Every_statement_goes_by_an_index(string planCacheMode)
    {
        await FillAsync();
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await ExecuteAsync(connection, $"SET plan_cache_mode = {planCacheMode}");
        foreach (var (number, statement) in Statements().Index())
        {
            await ExecuteAsync(connection, $"PREPARE p{number} ({statement.Types}) AS {statement.Text}");
            foreach (var values in statement.Values)
            {
                for (var execution = 0; execution < 7; execution++)
                    await PlanAsync(connection, $"p{number}({values})");
                var plan = await PlanAsync(connection, $"p{number}({values})");
                Assert.False(plan.Contains("Seq Scan on events", StringComparison.Ordinal) || plan.Contains("Seq Scan on streams", StringComparison.Ordinal), $"{statement.Text}\n{values}\n{plan}");
                Assert.False(statement.IsPage && plan.Contains("Sort", StringComparison.Ordinal), $"{statement.Text}\n{values}\n{plan}");
            }
        }
    }

    [Theory]
    [InlineData("force_custom_plan")]
    [InlineData("force_generic_plan")]
    public async Task Pages_of_the_log_go_by_an_index_before_the_server_has_statistics(string planCacheMode)
    {
        await TestServer.ExecuteAsync($"ALTER TABLE {Schema.Name}.events SET (autovacuum_enabled = off)");
        await InsertAsync();
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await ExecuteAsync(connection, $"SET plan_cache_mode = {planCacheMode}");
        foreach (var (number, statement) in Statements().Where(statement => statement.Text.TrimEnd().EndsWith("LIMIT $3", StringComparison.Ordinal)).Index())
        {
            await ExecuteAsync(connection, $"PREPARE p{number} ({statement.Types}) AS {statement.Text}");
            await using var transaction = await connection.BeginTransactionAsync(Cancellation);
            await ExecuteAsync(connection, PageReader.AlongAnIndex);
            foreach (var values in statement.Values)
                Assert.DoesNotMatch("Sort|Bitmap|Seq Scan on events", await PlanAsync(connection, $"p{number}({values})"));
        }
    }

    [Fact]
    public async Task Pages_are_read_along_an_index_before_the_server_has_statistics()
    {
        await TestServer.ExecuteAsync($"ALTER TABLE {Schema.Name}.events SET (autovacuum_enabled = off)");
        await InsertAsync();
        for (var page = 0; page < 10; page++)
            await Store.ReadAsync(new LogRange { Limit = 100, Category = "c3", EventNames = ["t4"] }, new CollectingVisitor(), Cancellation);
        // The server counts at the next statement a second later.
        await Task.Delay(1200, Cancellation);
        await Store.HeadAsync(Cancellation);
        // Who sorts looks at every event of the category each time.
        var looked = await TestServer.ScalarAsync<long>(
            $"SELECT sum(idx_tup_read)::bigint FROM pg_stat_user_indexes WHERE schemaname = '{Schema.Name}' AND indexrelname = 'events_by_category'");
        Assert.InRange(looked, 1, Events / 10);
    }

    [Fact]
    public async Task Pages_stay_fast_after_many_executions()
    {
        await FillAsync();
        for (var page = 0; page < 60; page++)
        {
            var visitor = new CollectingVisitor();
            await Store.ReadAsync(new LogRange { Limit = 1000 }, visitor, Cancellation);
            Assert.Equal(1000, visitor.Events.Count);
        }

        var scans = await ScansOfSchemaCreationAsync();
        for (var page = 0; page < 10; page++)
        {
            await Store.ReadAsync(new LogRange { Limit = 1000, Category = "c3", EventNames = ["t1"] }, new CollectingVisitor(), Cancellation);
            await Store.ReadAsync(new StreamId("c3", "s3"), StreamRange.All, new CollectingVisitor(), Cancellation);
            await Store.HeadAsync(Cancellation);
            await AppendAsync(new StreamId("c3", "s3"), Sample.Event());
        }

        await Task.Delay(1200, Cancellation);
        Assert.Equal(scans, await CountScansAsync());
    }

    // Each index that was built counts as a scan of the table, and the server tells of it seconds later.
    private async Task<long> ScansOfSchemaCreationAsync()
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (await CountScansAsync() is > 0 and var scans)
                return scans;
            await Task.Delay(100, Cancellation);
        }

        throw new InvalidOperationException("The server tells of no scan, although indexes were built.");
    }

    private Task<long> CountScansAsync() => TestServer.ScalarAsync<long>(
        $"SELECT coalesce(seq_scan, 0) FROM pg_stat_user_tables WHERE schemaname = '{Schema.Name}' AND relname = 'events'");

    private IEnumerable<(string Text, string Types, string[] Values, bool IsPage)> Statements()
    {
        var query = new EventQuery(new SchemaName(Schema.Name));
        foreach (var direction in Enum.GetValues<ReadDirection>())
        {
            yield return (query.Stream(direction), "text, text, text, bigint, bigint, bigint",
                ["'c3', 's3', '', 0, 9223372036854775807, 1000", "'c3', 's3', '', 5, 7, 1", "'c3', 'absent', '', 0, 9, 1000"], false);
            yield return (query.Log(LogShape.Of(new LogRange { Direction = direction })), "bigint, bigint, bigint",
                [$"-9223372036854775808, {Events}, 1000", $"{Events - 5}, {Events}, 1000", $"0, {Events}, 1"], true);
            yield return (query.Log(LogShape.Of(new LogRange { Direction = direction, Category = "c3" })), "bigint, bigint, bigint, text",
                [$"-9223372036854775808, {Events}, 1000, 'c3'", $"0, {Events}, 1, 'absent'"], false);
            yield return (query.Log(LogShape.Of(new LogRange { Direction = direction, EventNames = ["t1"] })), "bigint, bigint, bigint, text[]",
                [$"-9223372036854775808, {Events}, 1000, '{{t1,t2}}'", $"{Events / 2}, {Events}, 1000, '{{t3}}'"], false);
            yield return (query.Log(LogShape.Of(new LogRange { Direction = direction, Category = "c3", Tenant = "", EventNames = ["t1"] })), "bigint, bigint, bigint, text, text, text[]",
                [$"-9223372036854775808, {Events}, 1000, 'c3', '', '{{t1,t2}}'"], false);
            yield return (query.Log(LogShape.Of(new LogRange { Direction = direction, RecordedFrom = DateTimeOffset.MinValue })), "bigint, bigint, bigint, timestamptz, timestamptz",
                [$"-9223372036854775808, {Events}, 1000, '-infinity', 'infinity'", $"0, {Events}, 1000, now() - interval '1 day', now()", $"0, {Events}, 1000, now(), 'infinity'"], true);
            yield return (query.Log(LogShape.Of(new LogRange { Direction = direction, Category = "c3", RecordedUntil = DateTimeOffset.MaxValue })), "bigint, bigint, bigint, text, timestamptz, timestamptz",
                [$"-9223372036854775808, {Events}, 1000, 'c3', '-infinity', 'infinity'", $"0, {Events}, 1000, 'c3', now(), 'infinity'"], false);
        }

        foreach (var direction in Enum.GetValues<ReadDirection>())
        {
            yield return (query.Log(LogShape.Of(new LogRange { Direction = direction, Partition = PartitionRange.All })), "bigint, bigint, bigint, integer, integer",
                [$"-9223372036854775808, {Events}, 1000, 0, 8191", $"{Events - 5}, {Events}, 1000, 8192, 16383"], true);
            yield return (query.Log(LogShape.Of(new LogRange { Direction = direction, Partition = PartitionRange.All, Category = "c3", EventNames = ["t1"] })),
                "bigint, bigint, bigint, integer, integer, text, text[]", [$"-9223372036854775808, {Events}, 1000, 0, 8191, 'c3', '{{t1}}'"], false);
            yield return (query.Log(LogShape.Of(new LogRange { Direction = direction, Stream = Sample.Stream() })),
                "bigint, bigint, bigint, text, text, text, bigint, bigint",
                [$"-9223372036854775808, {Events}, 1000, 'c3', 's3', '', -1, 9223372036854775807", $"{Events - 5}, {Events}, 1000, 'c3', 's3', '', 7, 9223372036854775807"], false);
        }

        yield return (query.LastVersion, "text, text, text, bigint", [$"'c3', 's3', '', {Events}", "'c3', 's3', '', 5"], false);
        yield return (query.Head, "bigint, bigint", [$"-9223372036854775808, {Events}", $"{Events - 3}, {Events}"], false);
        yield return (Store.Parts.Lookup.HeadText, "text, text, text", ["'c3', 's3', ''"], false);
        yield return (Store.Parts.Lookup.FindText, "uuid[]", ["ARRAY[gen_random_uuid(), gen_random_uuid()]"], false);
        var append = new AppendStatements(new SchemaName(Schema.Name), Store.Parts.Database.Facts);
        foreach (var expectation in Enum.GetValues<Expectation>())
        {
            yield return (append.For(expectation, isMany: false, registers: true),
                "text, text, text, integer, bigint, boolean, uuid, text, integer, timestamptz, bytea, bytea",
                ["'c3', 's3', '', 7, 3, false, gen_random_uuid(), 't', 1, now(), NULL, 'x'"], false);
        }
    }

    private async Task FillAsync()
    {
        await InsertAsync();
        await TestServer.ExecuteAsync($"VACUUM ANALYZE {Schema.Name}.events");
        await TestServer.ExecuteAsync($"VACUUM ANALYZE {Schema.Name}.streams");
    }

    private Task InsertAsync() => TestServer.ExecuteAsync(
        $"""
        INSERT INTO {Schema.Name}.streams (category, id, tenant, version, recorded_at, closed)
        SELECT 'c' || n % 10, 's' || n, '', 9, now(), false FROM generate_series(0, {Events / 10} - 1) n;
        INSERT INTO {Schema.Name}.events (position, stream, version, occurred_at, recorded_at, event_id, partition, schema_version, type, category, id, tenant, data)
        SELECT nextval('{Schema.Name}.positions'), s.stream, v, now(), now(), gen_random_uuid(), 0, 1, 't' || (s.stream + v) % 20, s.category, s.id, '', convert_to('{new string('x', 150)}', 'UTF8')
        FROM {Schema.Name}.streams s, generate_series(0, 9) v;
        """);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<string> PlanAsync(NpgsqlConnection connection, string execution)
    {
        await using var command = new NpgsqlCommand($"EXPLAIN EXECUTE {execution}", connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var lines = new List<string>();
        while (await reader.ReadAsync(Cancellation))
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
