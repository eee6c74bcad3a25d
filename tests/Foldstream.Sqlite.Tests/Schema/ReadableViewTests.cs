namespace Foldstream.Sqlite.Tests;

public sealed class ReadableViewTests : SqliteTest
{
    [Fact]
    public async Task View_shows_an_event_as_text()
    {
        var id = Guid.Parse("0190e5a0-1234-7abc-8def-0123456789ab");
        var occurred = new DateTimeOffset(1969, 12, 31, 23, 59, 58, 250, TimeSpan.Zero);
        var stamp = new EventStamp(id, occurred, new EventMetadata { Actor = "teller" });
        var clock = new TestClock { Now = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero).AddMicroseconds(7) };
        await using var store = await OpenAsync(new SqliteStoreOptions { Store = new EventStoreOptions { Clock = clock } });
        await store.AppendAsync(
            Sample.Stream("alice", "account", "north"), ExpectedVersion.Any, [Sample.Event("noted", """{"text":"grüß"}""", stamp)], Cancellation);

        var shown = Query(
            """
            SELECT position || '|' || tenant || '|' || stream || '|' || version || '|' || type || '|' || type_version || '|' || occurred_at
                || '|' || recorded_at || '|' || event_id || '|' || metadata || '|' || data
            FROM foldstream_events_readable
            """);

        Assert.Equal(
            "1|north|account/alice|0|noted|1|1969-12-31T23:59:58.250000Z|2024-02-29T12:00:00.000007Z|"
                + """0190e5a0-1234-7abc-8def-0123456789ab|{"actor":"teller"}|{"text":"grüß"}""",
            shown);
    }
}
