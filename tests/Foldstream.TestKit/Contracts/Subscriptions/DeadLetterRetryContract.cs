namespace Foldstream.TestKit;

/// <summary>Dead letters are looked at, tried again and forgotten, whether their subscription runs or not.</summary>
public abstract class DeadLetterRetryContract<TStore, TFixture> : SubscriptionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly Listener listener = new();
    private volatile bool isBroken = true;

    protected DeadLetterRetryContract() =>
        listener.Handling = (context, _) => isBroken && context.Version == 1 ? throw new InvalidOperationException("broken") : Task.CompletedTask;

    [Fact]
    public async Task One_is_handled_again_by_the_running_subscription_and_is_gone()
    {
        await using var running = await RunBrokenAsync();
        isBroken = false;
        var letter = (await DeadLettersAsync())[0];
        Assert.True(await running["listener"].DeadLetters.RetryAsync(letter.EventId, Cancellation));
        Assert.Equal(letter.EventId, listener.Handled[^1].Id);
        Assert.Equal(1, await Store.DeadLetters("listener").CountAsync(Cancellation));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => running["listener"].DeadLetters.RetryAsync(letter.EventId, Cancellation));
    }

    [Fact]
    public async Task One_that_fails_again_tells_of_one_more_attempt()
    {
        await using var running = await RunBrokenAsync();
        var letter = (await DeadLettersAsync())[0];
        Assert.False(await running["listener"].DeadLetters.RetryAsync(letter.EventId, Cancellation));
        var again = (await DeadLettersAsync())[0];
        Assert.Equal((letter.EventId, letter.Attempts + 1, letter.FirstFailedAt), (again.EventId, again.Attempts, again.FirstFailedAt));
    }

    [Fact]
    public async Task All_are_handled_again_also_while_paused()
    {
        await using var running = await RunBrokenAsync();
        await running["listener"].PauseAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        Assert.Equal(new DeadLetterRetries(0, 2), await running["listener"].DeadLetters.RetryAllAsync(Cancellation).WaitAsync(Patience, Cancellation));
        isBroken = false;
        Assert.Equal(new DeadLetterRetries(2, 0), await running["listener"].DeadLetters.RetryAllAsync(Cancellation).WaitAsync(Patience, Cancellation));
        Assert.Empty(await DeadLettersAsync());
        Assert.Equal(SubscriptionState.Paused, running["listener"].State);
    }

    [Fact]
    public async Task A_subscriber_that_is_given_handles_them_without_a_run()
    {
        await using (await RunBrokenAsync())
        {
        }

        var repaired = new Listener();
        Assert.Equal(new DeadLetterRetries(2, 0), await Store.DeadLetters("listener").RetryAllAsync(repaired, Cancellation));
        Assert.Equal([1, 1], repaired.Handled.Select(context => (int)context.Version.Value));
        Assert.Empty(await DeadLettersAsync());
    }

    [Fact]
    public async Task A_subscriber_of_another_name_is_refused()
    {
        await using var running = await RunBrokenAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeadLetters("listener").RetryAllAsync(new Listener("another"), Cancellation));
    }

    [Fact]
    public async Task One_whose_subscription_has_ended_is_not_handled_by_it()
    {
        await using var running = await RunBrokenAsync();
        await running.StopAsync();
        var letter = (await DeadLettersAsync())[0];
        await Assert.ThrowsAsync<SubscriptionStoppedException>(() => running["listener"].DeadLetters.RetryAsync(letter.EventId, Cancellation));
    }

    [Fact]
    public async Task They_are_forgotten_one_by_one_and_all_together()
    {
        await using var running = await RunBrokenAsync();
        var letters = Store.DeadLetters("listener");
        Assert.True(await letters.DiscardAsync((await letters.ListAsync(cancellationToken: Cancellation))[0].EventId, Cancellation));
        Assert.Equal(1, await letters.CountAsync(Cancellation));
        Assert.Equal(1, await letters.DiscardAllAsync(Cancellation));
        Assert.Empty(await letters.ListAsync(cancellationToken: Cancellation));
    }

    private async Task<RunningSubscriptions> RunBrokenAsync()
    {
        await AppendAsync(Sample.Stream("one"), Sample.Events(3));
        await AppendAsync(Sample.Stream("two"), Sample.Events(3, first: 3));
        var running = await RunAsync(listener);
        await CaughtUpAsync(running);
        Assert.Equal(2, (await DeadLettersAsync()).Count);
        return running;
    }
}
