namespace Foldstream.Sqlite.Tests;

public sealed class CancellationTests : SqliteTest
{
    [Fact]
    public async Task Append_that_still_waits_can_be_withdrawn()
    {
        await using var store = await OpenAsync();
        using var cancel = new CancellationTokenSource();
        Task<AppendResult> first, second;
        using (new FileLock(FilePath))
        {
            first = AppendAsync(store, "first");
            await UntilAsync(() => store.File.Queue.Waiting == 0);
            second = store.AppendAsync(Sample.Stream("second"), ExpectedVersion.Any, [Sample.Event()], cancel.Token).AsTask();
            await cancel.CancelAsync();

            var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
            Assert.Equal(cancel.Token, error.CancellationToken);
        }

        await first;
        await AppendAsync(store, "third");
        Assert.Equal(["first", "third"], (await ReadLogAsync(store)).Select(recorded => recorded.Stream.Id));
    }

    [Fact]
    public async Task Append_that_is_being_written_tells_its_outcome_although_it_is_cancelled()
    {
        await using var store = await OpenAsync();
        using var cancel = new CancellationTokenSource();
        Task<AppendResult> append;
        using (new FileLock(FilePath))
        {
            append = store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()], cancel.Token).AsTask();
            await UntilAsync(() => store.File.Queue.Waiting == 0);
            // The writer has it, or has it in its hand: give it the time to close the hand.
            await Task.Delay(50, Cancellation);
            await cancel.CancelAsync();
        }

        Assert.Equal(0, (await append).LastVersion.Value);
        Assert.Single(await ReadLogAsync(store));
    }

    [Fact]
    public async Task Append_that_is_cancelled_before_it_begins_stores_nothing()
    {
        await using var store = await OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()], new CancellationToken(canceled: true)));

        Assert.Null(await store.HeadAsync(Cancellation));
    }
}
