namespace Foldstream.Sqlite.Tests;

public sealed class CancellationTests : SqliteTest
{
    private readonly SemaphoreSlim inside = new(0);
    private readonly SemaphoreSlim go = new(0);

    [Fact]
    public async Task Append_that_still_waits_can_be_withdrawn()
    {
        await using var store = await OpenAsync();
        using var cancel = new CancellationTokenSource();
        var first = await BeginWritingAsync(store, Cancellation);

        var second = store.AppendAsync(Sample.Stream("second"), ExpectedVersion.Any, [Sample.Event()], cancel.Token).AsTask();
        await cancel.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(cancel.Token, error.CancellationToken);
        go.Release();
        await first;
        await AppendAsync(store, "third");
        Assert.Equal(["first", "third"], (await ReadLogAsync(store)).Select(recorded => recorded.Stream.Id));
    }

    [Fact]
    public async Task Append_that_is_being_written_tells_its_outcome_although_it_is_cancelled()
    {
        await using var store = await OpenAsync();
        using var cancel = new CancellationTokenSource();
        var append = await BeginWritingAsync(store, cancel.Token);

        await cancel.CancelAsync();
        go.Release();

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

    /// <summary>Starts an append whose condition holds the writer up until it may go on.</summary>
    private async Task<Task<AppendResult>> BeginWritingAsync(SqliteEventStore store, CancellationToken cancellationToken)
    {
        var slow = new WhenHead(_ =>
        {
            inside.Release();
            return go.Wait(Patience, CancellationToken.None);
        });
        // An append that comes alone is written on the thread of its caller.
        var append = Task.Run(() => store.AppendAsync(Sample.Stream("first"), slow, [Sample.Event()], cancellationToken).AsTask(), Cancellation);
        await inside.WaitAsync(Cancellation);
        return append;
    }
}
