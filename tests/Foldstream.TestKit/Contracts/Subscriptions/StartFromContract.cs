namespace Foldstream.TestKit;

/// <summary>Where a subscription begins: as it says where it is new, at its checkpoint where it has one.</summary>
public abstract class StartFromContract<TStore, TFixture> : SubscriptionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();
    private readonly Listener listener = new();

    [Fact]
    public Task A_new_one_begins_at_the_beginning_where_nothing_is_said() => BeginsAsync(null, [0, 1, 2, 3]);

    [Fact]
    public Task A_new_one_begins_at_the_beginning_where_it_has_no_checkpoint() => BeginsAsync(StartFrom.Checkpoint, [0, 1, 2, 3]);

    [Fact]
    public Task A_new_one_begins_at_the_beginning() => BeginsAsync(StartFrom.Beginning, [0, 1, 2, 3]);

    [Fact]
    public Task A_new_one_begins_at_the_end() => BeginsAsync(StartFrom.End, [3]);

    [Fact]
    public async Task A_new_one_begins_behind_a_position()
    {
        var first = (await AppendAsync(stream, Sample.Events(1))).LastPosition!.Value;
        await AppendAsync(stream, Sample.Events(2, first: 1));
        await using var running = await RunAsync(listener, from: StartFrom.After(first));
        await CaughtUpAsync(running);
        await AssertHandledAsync([1, 2], listener);
    }

    [Fact]
    public async Task One_that_has_a_checkpoint_goes_on_from_there_whatever_is_said()
    {
        var first = (await AppendAsync(stream, Sample.Events(1))).LastPosition!.Value;
        await using (var running = await RunAsync(listener))
            await CaughtUpAsync(running);
        var number = 1;
        foreach (var from in (StartFrom[])[StartFrom.Checkpoint, StartFrom.Beginning, StartFrom.End, StartFrom.After(first)])
        {
            await AppendAsync(stream, Sample.Events(1, number++));
            await using var running = await RunAsync(listener, from: from);
            await CaughtUpAsync(running);
            await AssertHandledAsync(Enumerable.Range(0, number), listener);
        }
    }

    [Fact]
    public async Task A_position_of_another_store_is_refused()
    {
        var elsewhere = new GlobalPosition(Guid.NewGuid(), 0);
        await Assert.ThrowsAsync<ForeignPositionException>(() => RunAsync(listener, from: StartFrom.After(elsewhere)));
    }

    private async Task BeginsAsync(StartFrom? from, int[] expected)
    {
        await AppendAsync(stream, Sample.Events(3));
        await using var running = await RunAsync(listener, from: from);
        await AppendAsync(stream, Sample.Events(1, first: 3));
        await CaughtUpAsync(running);
        await AssertHandledAsync(expected, listener);
    }
}
