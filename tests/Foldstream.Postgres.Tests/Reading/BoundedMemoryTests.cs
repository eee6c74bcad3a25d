using System.Globalization;

namespace Foldstream.Postgres.Tests;

/// <summary>A long stream and a long log are read in bounded memory, in both directions: 100,000 events, or 1,000,000 at length.</summary>
[Collection(nameof(AloneCollection))]
public sealed class BoundedMemoryTests : PostgresTest
{
    // All events at once would take more than 300 bytes each: 30 MB briefly, 300 MB at length.
    private const long Bound = 8 << 20;

    private static readonly int Events = LongRun.IsOn ? 1_000_000 : 100_000;
    private static readonly StreamId Long = new("long", "one");

    [Fact]
    public async Task Long_stream_is_read_in_bounded_memory()
    {
        await FillAsync();
        foreach (var direction in Enum.GetValues<ReadDirection>())
        {
            await AssertBoundedAsync($"stream {direction}", Store.ReadAsync(Long, new StreamRange { Direction = direction }, Cancellation));
            await AssertBoundedAsync($"log {direction}", Store.ReadLogAsync(new LogRange { Direction = direction }, Cancellation));
        }
    }

    [Fact]
    public async Task Holding_all_events_is_seen_in_the_memory()
    {
        await FillAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var all = await Store.ReadAsync(Long, new StreamRange { Limit = 100_000 }, Cancellation).ToListAsync(Cancellation);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before > 2 * Bound);
        Assert.Equal(100_000, all.Count);
    }

    private static async Task AssertBoundedAsync(string what, IAsyncEnumerable<RecordedEvent> events)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (seen, most) = (0, 0L);
        await foreach (var recorded in events)
        {
            Assert.Equal(150, recorded.Data.Length);
            if (++seen % (Events / 10) == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"{what}: {seen} events, at most {most / 1024} KB more."));
        Assert.Equal(Events, seen);
        Assert.True(most < Bound, $"Reading {what} held {most / 1024} KB more after one of ten collections.");
    }

    private Task FillAsync() => TestServer.ExecuteAsync(
        $"""
        INSERT INTO {Schema.Name}.streams (category, id, tenant, version, recorded_at, closed) VALUES ('{Long.Category}', '{Long.Id}', '', {Events} - 1, now(), false);
        INSERT INTO {Schema.Name}.events (position, stream, version, occurred_at, recorded_at, event_id, partition, schema_version, type, category, id, tenant, data)
        SELECT nextval('{Schema.Name}.positions'), s.stream, v, now(), now(), gen_random_uuid(), 0, 1, 't', s.category, s.id, '', convert_to('{new string('x', 150)}', 'UTF8')
        FROM {Schema.Name}.streams s, generate_series(0, {Events} - 1) v ORDER BY v;
        ANALYZE {Schema.Name}.events;
        """);
}
