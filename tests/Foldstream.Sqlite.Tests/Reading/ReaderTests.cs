namespace Foldstream.Sqlite.Tests;

public sealed class ReaderTests : SqliteTest
{
    private static readonly SqliteStoreOptions OneReader = new() { ReaderConnections = 1 };

    [Fact]
    public async Task Throwing_visitor_leaves_the_connection_clean()
    {
        await using var store = await OpenAsync(OneReader);
        await AppendAsync(store, events: Sample.Events(3));
        var failing = new VisitorOf(_ => throw new InvalidTimeZoneException());

        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await store.ReadAsync(LogRange.All, failing, Cancellation));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await store.ReadAsync(Sample.Stream(), StreamRange.All, failing, Cancellation));

        await AppendAsync(store, events: Sample.Events(1));
        Assert.Equal(4, (await ReadLogAsync(store)).Count);
        Assert.Equal(4, (await ReadAsync(store)).Count);
    }

    [Fact]
    public async Task Visitor_that_ends_the_read_leaves_the_connection_clean()
    {
        await using var store = await OpenAsync(OneReader);
        await AppendAsync(store, events: Sample.Events(3));

        await store.ReadAsync(LogRange.All, new VisitorOf(_ => false), Cancellation);

        await AppendAsync(store, events: Sample.Events(1));
        Assert.Equal(4, (await ReadLogAsync(store)).Count);
    }

    [Fact]
    public async Task Read_sees_one_state_while_others_append()
    {
        await using var store = await OpenAsync();
        await AppendAsync(store, events: Sample.Events(3));
        var seen = 0;
        var appending = new VisitorOf(_ =>
        {
            seen++;
            AppendAsync(store, events: Sample.Events(1)).Wait(Cancellation);
            return true;
        });

        await store.ReadAsync(LogRange.All, appending, Cancellation);

        Assert.Equal(3, seen);
        Assert.Equal(6, (await ReadLogAsync(store)).Count);
    }

    [Fact]
    public async Task Readers_cannot_write()
    {
        await using var store = await OpenAsync();

        var queryOnly = await store.File.Readers.QueryAsync(reader => reader.Connection.Query("PRAGMA query_only"), Cancellation);

        Assert.Equal(1, queryOnly);
    }

    [Fact]
    public async Task Waiting_for_a_connection_can_be_cancelled()
    {
        await using var store = await OpenAsync(OneReader);
        await AppendAsync(store);
        using var inside = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var slow = Task.Run(async () => await store.ReadAsync(LogRange.All, Holding(inside, go), Cancellation), Cancellation);
        await inside.WaitAsync(Cancellation);
        using var cancel = new CancellationTokenSource();

        var waiting = store.HeadAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        go.Release();
        await slow;
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task As_many_reads_run_at_once_as_there_are_connections(int connections, bool secondRuns)
    {
        await using var store = await OpenAsync(new SqliteStoreOptions { ReaderConnections = connections });
        await AppendAsync(store);
        using var inside = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var first = Task.Run(async () => await store.ReadAsync(LogRange.All, Holding(inside, go), Cancellation), Cancellation);
        await inside.WaitAsync(Cancellation);

        // The query itself runs on this thread, so it is done at once or waits for a connection.
        var second = store.HeadAsync(Cancellation).AsTask();

        Assert.Equal(secondRuns, second.IsCompleted);
        go.Release();
        await first;
        await second;
    }

    private static VisitorOf Holding(SemaphoreSlim inside, SemaphoreSlim go) => new(_ =>
    {
        inside.Release();
        go.Wait(Cancellation);
        return true;
    });
}
