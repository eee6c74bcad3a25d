namespace Foldstream.Sqlite.Tests;

public sealed class WaitingTests : SqliteTest
{
    private static readonly SqliteStoreOptions NeverPolling = new() { ChangePollingInterval = TimeSpan.FromDays(1) };
    private static readonly SqliteStoreOptions Polling = new() { ChangePollingInterval = TimeSpan.FromMilliseconds(5) };

    [Fact]
    public async Task Own_append_is_seen_without_polling()
    {
        await using var store = await OpenAsync(NeverPolling);
        var wait = store.WaitAsync(null, Cancellation).AsTask();
        Assert.False(wait.IsCompleted);

        await AppendAsync(store);

        await wait.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Append_of_another_connection_is_seen_by_polling()
    {
        await using var store = await OpenAsync(Polling);
        await using var other = await OpenAsync();
        var seen = (await AppendAsync(other)).LastPosition;
        await store.WaitAsync(null, Cancellation);
        for (var round = 0; round < 20; round++)
        {
            var wait = store.WaitAsync(seen, Cancellation).AsTask();
            Assert.False(wait.IsCompleted);
            seen = (await AppendAsync(other)).LastPosition;
            await wait.WaitAsync(Patience, Cancellation);
        }
    }

    [Fact]
    public async Task Append_of_another_process_is_seen_by_polling()
    {
        await using var store = await OpenAsync(Polling);
        var wait = store.WaitAsync(null, Cancellation).AsTask();

        await OtherProcess.RunAsync("append", FilePath, "thing/one", "1");

        await wait.WaitAsync(Patience, Cancellation);
        Assert.Single(await ReadLogAsync(store));
    }

    [Fact]
    public async Task Waiting_again_after_nobody_waited_sees_what_comes()
    {
        await using var store = await OpenAsync(Polling);
        await using var other = await OpenAsync();
        for (var round = 0; round < 10; round++)
        {
            using var cancel = new CancellationTokenSource();
            var head = await store.HeadAsync(Cancellation);
            var given = store.WaitAsync(head, cancel.Token).AsTask();
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
            await Task.Delay(round, Cancellation);

            var wait = store.WaitAsync(head, Cancellation).AsTask();
            await AppendAsync(other);
            await wait.WaitAsync(Patience, Cancellation);
        }
    }

    [Fact]
    public async Task Every_one_of_many_who_wait_is_woken()
    {
        await using var store = await OpenAsync(NeverPolling);
        Task[] waits = [.. Enumerable.Range(0, 50).Select(_ => store.WaitAsync(null, Cancellation).AsTask())];

        await AppendAsync(store);

        await Task.WhenAll(waits).WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Wait_ends_with_the_store()
    {
        var store = await OpenAsync();
        var wait = store.WaitAsync(null, Cancellation).AsTask();

        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => wait.WaitAsync(Patience, Cancellation));
    }
}
