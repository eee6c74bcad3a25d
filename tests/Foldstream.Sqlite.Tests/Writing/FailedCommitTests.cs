namespace Foldstream.Sqlite.Tests;

public sealed class FailedCommitTests : SqliteTest
{
    [Fact]
    public async Task Full_disk_fails_only_the_appends_that_have_no_space()
    {
        await using var store = await OpenAsync();
        await LimitSizeAsync(store, furtherPages: 20);
        Task<AppendResult> before, large, after;
        using (new FileLock(FilePath))
        {
            before = AppendAsync(store, "before");
            large = AppendAsync(store, "large", events: new EventData(new EventType("noted"), new byte[1 << 20]));
            after = AppendAsync(store, "after");
        }

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => large);
        Assert.Equal(FilePath, error.Store);
        Assert.Contains("has no space left, and nothing was stored: free space", error.Message, StringComparison.Ordinal);
        await before;
        await after;
        Assert.Equal(["before", "after"], (await ReadLogAsync(store)).Select(recorded => recorded.Stream.Id));
        Assert.Equal("ok", Query("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Store_works_again_when_there_is_space_again()
    {
        await using var store = await OpenAsync();
        var large = new EventData(new EventType("noted"), new byte[1 << 20]);
        await LimitSizeAsync(store, furtherPages: 20);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => AppendAsync(store, events: large));

        await LimitSizeAsync(store, furtherPages: 10_000);

        Assert.Equal(0, (await AppendAsync(store, events: large)).LastVersion.Value);
    }

    [Fact]
    public async Task Lock_of_others_fails_all_that_waited_for_it_with_the_option_to_set()
    {
        await using var store = await OpenAsync(new SqliteStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(250) });
        using (new FileLock(FilePath))
        {
            Task<AppendResult>[] appends = [.. Enumerable.Range(0, 10).Select(id => AppendAsync(store, $"{id}"))];
            foreach (var append in appends)
            {
                var error = await Assert.ThrowsAsync<StoreBusyException>(() => append);
                Assert.Equal(FilePath, error.Store);
                Assert.Equal(TimeSpan.FromMilliseconds(250), error.Waited);
                Assert.Contains($"Store '{FilePath}' was locked by others for longer than SqliteStoreOptions.BusyTimeout (0.25 s)", error.Message, StringComparison.Ordinal);
            }
        }

        await AppendAsync(store);
        Assert.Single(await ReadLogAsync(store));
    }

    [Fact]
    public async Task File_that_may_not_be_written_is_named()
    {
        await using var store = await OpenAsync();
        store.File.Writing.Execute("PRAGMA query_only = ON");

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => AppendAsync(store));

        Assert.Contains($"Store '{FilePath}' cannot be written: give the process the right to write", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Makes SQLite report a full disk; the writer's connection is idle meanwhile.</summary>
    private async Task LimitSizeAsync(SqliteEventStore store, int furtherPages)
    {
        await store.HeadAsync(Cancellation);
        var pages = store.File.Writing.Query("PRAGMA page_count");
        store.File.Writing.Execute($"PRAGMA max_page_count = {pages + furtherPages}");
    }
}
