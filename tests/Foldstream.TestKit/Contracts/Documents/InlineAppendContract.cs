namespace Foldstream.TestKit;

/// <summary>What makes appends go alone, what keeps them out, and what refuses them.</summary>
public abstract class InlineAppendContract<TStore, TFixture> : ReadModelContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Fact]
    public async Task Events_of_an_inline_projection_that_nobody_runs_are_refused()
    {
        await PrepareAsync();
        await SaveLifecycleAsync(Lifecycle.Inline);
        var refused = await Assert.ThrowsAsync<InlineProjectionMissingException>(async () => await AppendAsync(Sample.Stream("one", "pot"), Sample.Events(1)));
        Assert.Equal("pots", refused.Projection);
        Assert.Empty(await ReadAsync(Sample.Stream("one", "pot")));
    }

    [Fact]
    public async Task Events_that_an_inline_projection_does_not_handle_are_stored()
    {
        await PrepareAsync();
        await SaveLifecycleAsync(Lifecycle.Inline);
        await AppendAsync(Sample.Stream("one", "other"), Sample.Events(1));
        await AppendAsync(Sample.Stream("one", "pot"), Sample.Event("something-else"));
    }

    [Fact]
    public async Task Nothing_is_refused_any_more_once_the_projection_is_asynchronous_or_forgotten()
    {
        await PrepareAsync();
        await SaveLifecycleAsync(Lifecycle.Inline);
        await SaveLifecycleAsync(Lifecycle.Async);
        await AppendAsync(Sample.Stream("one", "pot"), Sample.Events(1));
        await SaveLifecycleAsync(Lifecycle.Inline);
        await Store.ForgetProjectionAsync("pots", Cancellation);
        await AppendAsync(Sample.Stream("one", "pot"), Sample.Events(1));
    }

    [Fact]
    public async Task No_event_is_stored_while_a_transaction_excludes_appends()
    {
        await AppendAsync(Sample.Stream(), Sample.Events(1));
        var inside = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var headInside = default(GlobalPosition?);
        var transaction = TransactAsync(
            async _ =>
            {
                headInside = await Store.HeadAsync(Cancellation);
                inside.SetResult();
                await mayEnd.Task;
                Assert.Equal(headInside, await Store.HeadAsync(Cancellation));
            },
            excludesAppends: true).AsTask();
        await inside.Task;
        var append = Task.Run(async () => await AppendAsync(Sample.Stream("late"), Sample.Events(1)), Cancellation);
        await Task.Delay(TimeSpan.FromMilliseconds(100), Cancellation);
        Assert.False(append.IsCompleted);
        mayEnd.SetResult();
        await transaction;
        Assert.True((await append).LastPosition > headInside);
    }

    [Fact]
    public async Task A_transaction_that_excludes_appends_sees_all_that_came_before()
    {
        await PrepareAsync();
        using var ended = new CancellationTokenSource();
        var stored = 0;
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested)
            {
                await AppendAsync(Sample.Stream($"writer-{writer}"), Sample.Events(2));
                Interlocked.Add(ref stored, 2);
            }
        }, Cancellation)).ToArray();
        for (var round = 0; round < 10; round++)
        {
            await TransactAsync(
                async _ =>
                {
                    var atLeast = Volatile.Read(ref stored);
                    var seen = await Store.ReadLogAsync(LogRange.All, Cancellation).CountAsync(Cancellation);
                    Assert.True(seen >= atLeast);
                    Assert.Equal(seen, await Store.ReadLogAsync(LogRange.All, Cancellation).CountAsync(Cancellation));
                },
                excludesAppends: true);
        }

        await ended.CancelAsync();
        await Task.WhenAll(writers);
        Assert.Equal(stored, await Store.ReadLogAsync(LogRange.All, Cancellation).CountAsync(Cancellation));
    }

    private ValueTask SaveLifecycleAsync(Lifecycle lifecycle) => TransactAsync(
        transaction => transaction.SaveStateAsync(Pots.Definition(), new ProjectionState("pots", lifecycle, "one", Clock.Now), Cancellation));
}
