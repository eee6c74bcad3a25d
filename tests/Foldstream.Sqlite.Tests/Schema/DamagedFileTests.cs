namespace Foldstream.Sqlite.Tests;

public sealed class DamagedFileTests : SqliteTest
{
    [Fact]
    public async Task Damaged_pages_are_reported_when_they_are_read()
    {
        await FillAsync();
        await OverwriteAsync(from: 20 * 4096);
        await using var store = await OpenAsync();

        var error = await Assert.ThrowsAsync<CorruptStoreException>(async () => await ReadLogAsync(store));

        Assert.Equal(FilePath, error.Store);
        Assert.Contains("restore it from a backup", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_pages_are_reported_when_they_are_written()
    {
        await FillAsync();
        await OverwriteAsync(from: 20 * 4096);
        await using var store = await OpenAsync();

        await Assert.ThrowsAsync<CorruptStoreException>(() => AppendAsync(store));
    }

    [Fact]
    public async Task Damaged_header_is_reported_when_the_store_is_opened()
    {
        await FillAsync();
        await OverwriteAsync(from: 0);

        await Assert.ThrowsAsync<IncompatibleStoreException>(async () => await OpenAsync());
    }

    [Fact]
    public async Task Damaged_schema_is_reported_when_the_store_is_opened()
    {
        await FillAsync();
        await OverwriteAsync(from: 100);

        await Assert.ThrowsAsync<CorruptStoreException>(async () => await OpenAsync());
    }

    [Fact]
    public async Task Row_that_names_a_missing_type_is_reported()
    {
        await FillAsync();
        Query("DELETE FROM foldstream_types");
        await using var store = await OpenAsync();

        var error = await Assert.ThrowsAsync<CorruptStoreException>(async () => await ReadLogAsync(store));

        Assert.Contains("event type number 1 is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_that_names_a_missing_stream_is_reported()
    {
        await FillAsync();
        Query("DELETE FROM foldstream_streams");
        await using var store = await OpenAsync();

        var error = await Assert.ThrowsAsync<CorruptStoreException>(async () => await ReadLogAsync(store));

        Assert.Contains("stream number 1 is missing", error.Message, StringComparison.Ordinal);
    }

    private async Task FillAsync()
    {
        await using var store = await OpenAsync();
        await AppendAsync(store, events: Sample.Events(2000));
    }

    private async Task OverwriteAsync(int from)
    {
        var content = await File.ReadAllBytesAsync(FilePath, Cancellation);
        content.AsSpan(from).Fill(0xA5);
        await File.WriteAllBytesAsync(FilePath, content, Cancellation);
    }
}
