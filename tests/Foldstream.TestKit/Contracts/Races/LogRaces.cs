namespace Foldstream.TestKit;

/// <summary>Who follows the log while others write sees every event once, in order, and nothing ever before what it has seen.</summary>
public abstract class LogRaces<TStore, TFixture> : LogContract<TStore, TFixture>
    where TStore : class, IEventLog
    where TFixture : IStoreFixture<TStore>, new()
{
    private const int Writers = 8;

    private static readonly int AppendsOfWriter = RaceRounds.Count;

    [Fact]
    public async Task Follower_sees_every_event_once_and_in_order()
    {
        var followers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => FollowAsync(Writers * AppendsOfWriter * 2))).ToArray();
        var outcomes = await RaceRounds.RunAsync(Writers, WriteAsync);
        Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
        var log = (await ReadLogAsync()).Select(recorded => recorded.Id).ToArray();
        Assert.Equal(Writers * AppendsOfWriter * 2, log.Distinct().Count());
        foreach (var follower in followers)
            Assert.Equal(log, (await follower.WaitAsync(TimeSpan.FromMinutes(2), Cancellation)).Select(recorded => recorded.Id));
    }

    [Fact]
    public async Task Order_of_each_stream_is_that_of_the_log()
    {
        var outcomes = await RaceRounds.RunAsync(Writers, WriteAsync);
        Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
        foreach (var stream in (await ReadLogAsync()).GroupBy(recorded => recorded.Stream))
            Assert.Equal(Enumerable.Range(0, stream.Count()), stream.Select(recorded => (int)recorded.Version.Value));
    }

    /// <summary>Two events an append, alternating between a stream of one's own and one that all share.</summary>
    private async Task<int> WriteAsync(int writer)
    {
        for (var append = 0; append < AppendsOfWriter; append++)
            await AppendAsync(Sample.Stream(append % 2 == 0 ? "shared" : $"writer-{writer}"), Sample.Events(2));
        return writer;
    }

    private async Task<List<RecordedEvent>> FollowAsync(int expected)
    {
        var seen = new List<RecordedEvent>();
        while (seen.Count < expected)
        {
            var last = seen.LastOrDefault()?.Position;
            await Store.WaitAsync(last, Cancellation);
            await foreach (var recorded in Store.ReadLogAsync(new LogRange { After = last, Limit = 7 }, Cancellation))
                seen.Add(recorded);
        }

        foreach (var (earlier, later) in seen.Zip(seen.Skip(1)))
            Assert.True(earlier.Position < later.Position, $"{later} came after {earlier}, but its position is smaller.");
        return seen;
    }
}
