using System.Text;

namespace Foldstream.Sqlite.Tests;

public sealed class ContentTests : SqliteTest
{
    public static TheoryData<byte[]> Contents => new(
        "{}"u8.ToArray(),
        Array.Empty<byte>(),
        new byte[] { 0 },
        "before\0after"u8.ToArray(),
        new byte[] { 0xFF, 0xFE, 0xC0, 0x80 },
        Encoding.UTF8.GetBytes("\"🏦 größer\""));

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Every_sequence_of_bytes_comes_back_as_it_was(byte[] content)
    {
        await using var store = await OpenAsync();
        await AppendAsync(store, events: new EventData(new EventType("noted"), content));

        var recorded = Assert.Single(await ReadAsync(store));

        Assert.Equal(content, recorded.Data.ToArray());
    }

    [Fact]
    public async Task Content_of_a_megabyte_comes_back_as_it_was()
    {
        var content = new byte[1 << 20];
        new Random(1).NextBytes(content);
        await using var store = await OpenAsync();
        await AppendAsync(store, events: new EventData(new EventType("noted"), content));

        var recorded = Assert.Single(await ReadAsync(store));

        Assert.Equal(content, recorded.Data.ToArray());
    }

    [Fact]
    public async Task Ten_thousand_events_are_one_append()
    {
        await using var store = await OpenAsync();

        var result = await AppendAsync(store, events: Sample.Events(10_000));

        Assert.Equal(9_999, result.LastVersion.Value);
        Assert.Equal(1, store.File.Commits.Transactions);
        Assert.Equal(Enumerable.Range(0, 10_000), (await ReadAsync(store)).Select(Sample.NumberOf));
    }

    [Theory]
    [InlineData("it's", "")]
    [InlineData("\"quoted\"; DROP TABLE foldstream_events; --", "")]
    [InlineData("a/b//c", "")]
    [InlineData("🏦", "größe")]
    [InlineData("100%_[a-z]*?", "")]
    [InlineData(" ", " ")]
    public async Task Address_may_hold_any_character(string id, string tenant)
    {
        var stream = Sample.Stream(id, tenant: tenant);
        await using var store = await OpenAsync();
        await store.AppendAsync(stream, ExpectedVersion.NoStream, [Sample.Event()], Cancellation);

        Assert.Single(await store.ReadAsync(stream, cancellationToken: Cancellation).ToListAsync(Cancellation));
        Assert.Equal(stream, Assert.Single(await ReadLogAsync(store)).Stream);
    }

    [Fact]
    public async Task Rows_share_the_address_and_the_name_of_the_type()
    {
        await using var store = await OpenAsync();
        await AppendAsync(store, events: Sample.Events(2));
        await AppendAsync(store, "two", events: Sample.Events(1));
        await AppendAsync(store, events: Sample.Events(1));

        var log = await ReadLogAsync(store);

        Assert.Same(log[0].Stream, log[1].Stream);
        Assert.Same(log[0].Stream, log[3].Stream);
        Assert.All(log, recorded => Assert.Same(log[0].Type.Name, recorded.Type.Name));
    }

    [Fact]
    public async Task Addresses_are_right_when_there_are_more_than_are_kept()
    {
        const int streams = 10_000;
        await using var store = await OpenAsync();
        await store.AppendAsync(
            [.. Enumerable.Range(0, streams).Select(id => new StreamAppend(Sample.Stream($"{id}"), ExpectedVersion.NoStream, [Sample.Event()]))],
            Cancellation);

        var log = await ReadLogAsync(store);

        Assert.Equal(Enumerable.Range(0, streams).Select(id => $"{id}"), log.Select(recorded => recorded.Stream.Id));
    }
}
