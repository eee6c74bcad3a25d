namespace Foldstream.TestKit;

/// <summary>Waiting for the log ends with the next append, at once where there is one already, and when it is cancelled.</summary>
public abstract class LogWaitingContract<TStore, TFixture> : LogContract<TStore, TFixture>
    where TStore : class, IEventLog
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly StreamId stream = Sample.Stream();

    [Fact]
    public async Task Wait_on_an_empty_log_ends_with_the_first_append()
    {
        var wait = Store.WaitAsync(null, Cancellation).AsTask();
        await AssertStillWaitingAsync(wait);
        await AppendAsync(stream, Sample.Event());
        await wait.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Wait_at_the_head_ends_with_the_next_append()
    {
        var head = (await AppendAsync(stream, Sample.Event())).LastPosition;
        var wait = Store.WaitAsync(head, Cancellation).AsTask();
        await AssertStillWaitingAsync(wait);
        await AppendAsync(Sample.Stream("other"), Sample.Event());
        await wait.WaitAsync(Patience, Cancellation);
        Assert.True(await Store.HeadAsync(Cancellation) > head);
    }

    [Fact]
    public async Task Wait_that_is_behind_ends_at_once()
    {
        await AppendAsync(stream, Sample.Events(2));
        var first = (await ReadLogAsync())[0].Position;
        await Store.WaitAsync(null, Cancellation).AsTask().WaitAsync(Patience, Cancellation);
        await Store.WaitAsync(first, Cancellation).AsTask().WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task All_who_wait_are_woken()
    {
        var head = (await AppendAsync(stream, Sample.Event())).LastPosition;
        var waits = Enumerable.Range(0, 10).Select(_ => Store.WaitAsync(head, Cancellation).AsTask()).ToArray();
        await AppendAsync(stream, Sample.Event());
        await Task.WhenAll(waits).WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Append_that_is_refused_or_repeated_wakes_nobody()
    {
        var once = Sample.Numbered(1, Guid.NewGuid());
        var head = (await AppendAsync(stream, once)).LastPosition;
        var wait = Store.WaitAsync(head, Cancellation).AsTask();
        await RefusedAsync<WrongExpectedVersionException>(stream, ExpectedVersion.NoStream, Sample.Event());
        await AppendAsync(stream, once);
        await AssertStillWaitingAsync(wait);
        await AppendAsync(stream, Sample.Event());
        await wait.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Wait_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var wait = Store.WaitAsync(null, source.Token).AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(Patience, Cancellation));
        await AppendAsync(stream, Sample.Event());
        await SingleAsync(stream);
    }

    [Fact]
    public async Task Wait_for_a_position_of_another_store_is_refused()
    {
        var head = (await AppendAsync(stream, Sample.Event())).LastPosition!.Value;
        await Assert.ThrowsAsync<ForeignPositionException>(async () => await Store.WaitAsync(InAnotherStore(head), Cancellation));
    }

    private static async Task AssertStillWaitingAsync(Task wait)
    {
        await Task.Delay(Moment, Cancellation);
        Assert.False(wait.IsCompleted, "The wait ended although nothing was appended.");
    }
}
