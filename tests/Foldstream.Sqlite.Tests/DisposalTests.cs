namespace Foldstream.Sqlite.Tests;

public sealed class DisposalTests : SqliteTest
{
    [Fact]
    public async Task What_waits_for_the_writer_is_stored_first()
    {
        var store = await OpenAsync();
        Task<AppendResult>[] appends;
        Task disposal;
        using (new FileLock(FilePath))
        {
            appends = [.. Enumerable.Range(0, 20).Select(id => AppendAsync(store, $"{id}"))];
            disposal = store.DisposeAsync().AsTask();
        }

        await Task.WhenAll(appends).WaitAsync(Patience, Cancellation);
        await disposal.WaitAsync(Patience, Cancellation);
        await using var again = await OpenAsync();
        Assert.Equal(20, (await ReadLogAsync(again)).Count);
    }

    [Fact]
    public async Task Append_that_found_no_place_ends_with_an_error()
    {
        var store = await OpenAsync(new SqliteStoreOptions { QueueCapacity = 1 });
        Task<AppendResult>[] appends;
        Task disposal;
        using (new FileLock(FilePath))
        {
            appends = [.. Enumerable.Range(0, 5).Select(id => AppendAsync(store, $"{id}"))];
            disposal = store.DisposeAsync().AsTask();
        }

        await disposal.WaitAsync(Patience, Cancellation);
        await using var again = await OpenAsync();
        var stored = await ReadLogAsync(again);
        foreach (var append in appends)
        {
            if (append.IsCompletedSuccessfully)
                Assert.Contains(stored, recorded => recorded.Stream == append.Result.Stream);
            else
                await Assert.ThrowsAsync<ObjectDisposedException>(() => append);
        }

        Assert.Equal(appends.Count(append => append.IsCompletedSuccessfully), stored.Count);
        Assert.Contains(appends, append => append.IsFaulted);
    }

    [Fact]
    public async Task Read_under_way_ends_first()
    {
        var store = await OpenAsync();
        await AppendAsync(store, events: Sample.Events(3));
        using var inside = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var seen = 0;
        var slow = new VisitorOf(_ =>
        {
            if (seen++ == 0)
            {
                inside.Release();
                go.Wait(Cancellation);
            }

            return true;
        });
        var read = Task.Run(async () => await store.ReadAsync(LogRange.All, slow, Cancellation), Cancellation);
        await inside.WaitAsync(Cancellation);

        var disposal = store.DisposeAsync().AsTask();
        Assert.False(disposal.IsCompleted);
        go.Release();

        await read;
        await disposal.WaitAsync(Patience, Cancellation);
        Assert.Equal(3, seen);
    }

    [Fact]
    public async Task Disposing_twice_is_disposing_once()
    {
        var store = await OpenAsync();
        await AppendAsync(store);

        await Task.WhenAll(store.DisposeAsync().AsTask(), store.DisposeAsync().AsTask());
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Write_ahead_log_is_moved_into_the_file()
    {
        var store = await OpenAsync();
        await AppendAsync(store);
        Assert.True(File.Exists(FilePath + "-wal"));

        await store.DisposeAsync();

        Assert.False(File.Exists(FilePath + "-wal"));
        Assert.False(File.Exists(FilePath + "-shm"));
    }

    [Fact]
    public async Task Write_ahead_log_is_emptied_although_others_have_the_file_open()
    {
        var store = await OpenAsync();
        await using var other = await OpenAsync();
        await AppendAsync(store);

        await store.DisposeAsync();

        Assert.Equal(0, new FileInfo(FilePath + "-wal").Length);
    }

    [Fact]
    public async Task Disposed_store_refuses_everything()
    {
        var store = await OpenAsync();
        await store.DisposeAsync();
        var append = new StreamAppend(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()]);
        var visitor = new VisitorOf(_ => true);

        await DisposedAsync(async () => await store.AppendAsync(append, Cancellation));
        await DisposedAsync(async () => await store.AppendAsync([append], Cancellation));
        await DisposedAsync(async () => await store.ReadAsync(Sample.Stream(), StreamRange.All, visitor, Cancellation));
        await DisposedAsync(async () => await store.ReadAsync(LogRange.All, visitor, Cancellation));
        await DisposedAsync(async () => await store.HeadAsync(Sample.Stream(), Cancellation));
        await DisposedAsync(async () => await store.HeadAsync(Cancellation));
        await DisposedAsync(async () => await store.FindEventAsync(Guid.Empty, Cancellation));
        await DisposedAsync(async () => await store.WaitAsync(null, Cancellation));
    }

    private static Task DisposedAsync(Func<Task> use) => Assert.ThrowsAsync<ObjectDisposedException>(use);
}
