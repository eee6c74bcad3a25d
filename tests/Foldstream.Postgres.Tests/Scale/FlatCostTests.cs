using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>
/// Work touches as many pages of the database in a store of 100,000 events, and at length of 1,000,000, as in one of 10,000: what the server counts, as no clock can on a busy machine.
/// </summary>
public sealed partial class FlatCostTests : PostgresTest
{
    private const double MostGrowth = 1.3;
    private const int EventsOfStream = 100;

    private static readonly int[] Sizes = LongRun.IsOn ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];

    [Fact]
    public async Task Appends_loads_and_pages_of_the_log_touch_no_more_pages_in_a_larger_store()
    {
        var before = 0;
        var costs = new List<Dictionary<string, double>>();
        foreach (var size in Sizes)
        {
            await FillAsync(before, size);
            before = size;
            costs.Add(await MeasureAsync(size));
        }

        foreach (var (larger, smaller) in costs.Skip(1).Zip(costs))
            Assert.All(larger, cost => Assert.True(
                cost.Value <= smaller[cost.Key] * MostGrowth,
                string.Create(CultureInfo.InvariantCulture, $"{cost.Key}: {cost.Value} pages, and {smaller[cost.Key]} in a store of a tenth")));
    }

    [Fact]
    public async Task What_goes_through_all_events_is_seen()
    {
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await FillAsync(0, 1000);
        var small = await PagesAsync(connection, $"SELECT sum(length(data)) FROM {Schema.Name}.events");
        await FillAsync(1000, 10_000);
        var large = await PagesAsync(connection, $"SELECT sum(length(data)) FROM {Schema.Name}.events");
        Assert.True(large > 5 * small, $"{small} pages became {large}.");
    }

    private async Task<Dictionary<string, double>> MeasureAsync(int events)
    {
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        var query = new EventQuery(new SchemaName(Schema.Name));
<<<<<<< Updated upstream
        var append = new AppendStatements(new SchemaName(Schema.Name), new StoreFacts(Guid.Empty, 0, PayloadFormat.Bytes, PositionCache: 1, LockClass: 1));
=======
        var append = new AppendStatements(new SchemaName(Schema.Name), Store.Parts.Database.Facts);
>>>>>>> Stashed changes
        await PrepareAsync("load", "text, text, text, bigint, bigint, bigint", query.Stream(ReadDirection.Forwards));
        await PrepareAsync("page", "bigint, bigint, bigint", query.Log(LogShape.Of(LogRange.All)));
        await PrepareAsync("part", "bigint, bigint, bigint, integer, integer, text, text[]", query.Log(LogShape.Of(new LogRange { Partition = PartitionRange.All, Category = "c", EventNames = ["t"] })));
        await PrepareAsync(
            "append", "text, text, text, integer, bigint, boolean, uuid, text, integer, timestamptz, bytea, bytea", append.For(Expectation.Exactly, isMany: false, registers: true));
        // In the middle of what there is, and at an old place.
        var (stream, place) = ($"'c', 's{events / EventsOfStream / 2}', ''", events / 2);
        return new(StringComparer.Ordinal)
        {
            ["load"] = await PagesAsync(connection, $"EXECUTE load({stream}, 0, 9223372036854775807, 1000)"),
            ["page of the log"] = await PagesAsync(connection, $"EXECUTE page({place}, {events}, 1000)"),
            ["page of a part"] = await PagesAsync(connection, $"EXECUTE part({place}, {events}, 1000, 0, 16383, 'c', '{{t}}')"),
            ["append"] = await PagesAsync(
                connection, $"EXECUTE append({stream}, 7, {EventsOfStream - 1}, false, gen_random_uuid(), 't', 1, now(), NULL, 'x')"),
        };

        Task PrepareAsync(string name, string types, string text) => ExecuteAsync(connection, $"PREPARE {name} ({types}) AS {text}");
    }

    /// <summary>How many pages a statement touches once it runs as it always does; it leaves nothing behind.</summary>
    private static async Task<double> PagesAsync(NpgsqlConnection connection, string statement)
    {
        var pages = 0;
        for (var time = 0; time < 3; time++)
        {
            await ExecuteAsync(connection, "BEGIN");
            await using (var command = new NpgsqlCommand($"EXPLAIN (ANALYZE, BUFFERS) {statement}", connection))
            {
                await using var reader = await command.ExecuteReaderAsync(Cancellation);
                pages = 0;
                // The first line of buffers is the whole plan's.
                while (pages == 0 && await reader.ReadAsync(Cancellation))
                    pages = PagesPattern().Match(reader.GetString(0)).Groups["pages"].Captures.Sum(capture => int.Parse(capture.Value, CultureInfo.InvariantCulture));
            }

            await ExecuteAsync(connection, "ROLLBACK");
        }

        Assert.NotEqual(0, pages);
        return pages;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>Streams of 100 events, ten of which grow at the same time.</summary>
    private async Task FillAsync(int from, int to)
    {
        await TestServer.ExecuteAsync(
            $"""
            INSERT INTO {Schema.Name}.streams (category, id, tenant, version, recorded_at, closed)
            SELECT 'c', 's' || n, '', {EventsOfStream - 1}, now(), false FROM generate_series({from / EventsOfStream}, {(to / EventsOfStream) - 1}) n;
            INSERT INTO {Schema.Name}.events (position, stream, version, occurred_at, recorded_at, event_id, partition, schema_version, type, category, id, tenant, data)
            SELECT nextval('{Schema.Name}.positions'), f.stream, f.version, now(), now(), gen_random_uuid(), f.number % 16384, 1, 't', f.category, f.id, '', convert_to('{new string('x', 180)}', 'UTF8')
            FROM (SELECT s.stream, s.category, s.id, n AS number, v AS version
                  FROM generate_series({from / EventsOfStream}, {(to / EventsOfStream) - 1}) n JOIN {Schema.Name}.streams s ON s.category = 'c' AND s.id = 's' || n AND s.tenant = '',
                       generate_series(0, {EventsOfStream - 1}) v
                  ORDER BY n / 10, v, n) f;
            """);
        await TestServer.ExecuteAsync($"VACUUM ANALYZE {Schema.Name}.events");
        await TestServer.ExecuteAsync($"VACUUM ANALYZE {Schema.Name}.streams");
    }

    [GeneratedRegex(@"^\s*Buffers: shared(?: (?:hit|read)=(?<pages>\d+))+")]
    private static partial Regex PagesPattern();
}
