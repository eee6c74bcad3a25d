namespace Foldstream.TestKit;

/// <summary>Concurrent appends to several streams, named in any order, neither block one another for ever nor tear.</summary>
public abstract class MultiStreamRaces<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IMultiStreamAppend
    where TFixture : IStoreFixture<TStore>, new()
{
    private const int Racers = 8;

    [Fact]
    public async Task Both_streams_tell_the_same_story_whatever_the_order_of_the_writers()
    {
        foreach (var stream in RaceRounds.Streams())
        {
            var other = Sample.Stream(stream.Id, "mirror");
            var outcomes = await RaceRounds.RunAsync(Racers, racer => AppendToBothAsync(stream, other, racer));
            Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
            Assert.Equal(Racers, (await ReadAsync(stream)).Count);
            Assert.Equal(await NumbersAsync(stream), (await ReadAsync(other)).Select(Sample.NumberOf));
        }
    }

    [Fact]
    public async Task One_of_many_creators_wins_all_streams()
    {
        foreach (var stream in RaceRounds.Streams())
        {
            var other = Sample.Stream(stream.Id, "mirror");
            var outcomes = await RaceRounds.RunAsync(
                Racers, racer => AppendToBothAsync(stream, other, racer, ExpectedVersion.NoStream));
            var winner = Assert.Single(outcomes, outcome => outcome.Error is null);
            await AssertNumbersAsync([winner.Racer], stream);
            await AssertNumbersAsync([winner.Racer], other);
        }
    }

    private async Task<IReadOnlyList<AppendResult>> AppendToBothAsync(
        StreamId stream, StreamId other, int racer, ExpectedVersion? expected = null)
    {
        StreamAppend[] appends =
        [
            new(stream, expected ?? ExpectedVersion.Any, [Sample.Numbered(racer)]),
            new(other, expected ?? ExpectedVersion.Any, [Sample.Numbered(racer)]),
        ];
        if (racer % 2 == 0)
            appends.AsSpan().Reverse();
        return await Store.AppendAsync(appends, Cancellation);
    }
}
