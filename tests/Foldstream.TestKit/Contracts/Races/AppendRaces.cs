namespace Foldstream.TestKit;

/// <summary>Whatever concurrent writers do to one stream, an expectation lets exactly one through and no append is torn.</summary>
public abstract class AppendRaces<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private const int Racers = 8;

    [Fact]
    public async Task One_of_many_creators_wins_and_the_stream_is_the_winners()
    {
        foreach (var stream in RaceRounds.Streams())
            await AssertOneWinsAsync(stream, ExpectedVersion.NoStream, before: 0);
    }

    [Fact]
    public async Task One_of_many_writers_at_a_version_wins_and_its_events_follow()
    {
        foreach (var stream in RaceRounds.Streams())
        {
            await AppendAsync(stream, Sample.Events(2));
            await AssertOneWinsAsync(stream, ExpectedVersion.Exactly(1), before: 2);
        }
    }

    [Fact]
    public async Task Appends_without_expectation_are_all_stored_and_none_is_torn()
    {
        foreach (var stream in RaceRounds.Streams())
        {
            var events = EventsOfRacers();
            var outcomes = await RaceRounds.RunAsync(Racers, racer => AppendAsync(stream, events[racer]).AsTask());
            Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
            var stored = await ReadAsync(stream);
            Assert.Equal(Enumerable.Range(0, Racers * 3), stored.Select(recorded => (int)recorded.Version.Value));
            foreach (var three in stored.Chunk(3))
                AssertIsOneAppend(three);
            foreach (var outcome in outcomes)
                Assert.Equal((outcome.Racer * 3) + 2, Sample.NumberOf(stored[(int)outcome.Result!.LastVersion.Value]));
        }
    }

    [Fact]
    public async Task One_append_repeated_by_many_is_stored_once()
    {
        foreach (var stream in RaceRounds.Streams())
        {
            var events = Sample.Events(3);
            var outcomes = await RaceRounds.RunAsync(Racers, _ => AppendIfAsync(stream, ExpectedVersion.NoStream, events).AsTask());
            Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
            Assert.Single(outcomes, outcome => !outcome.Result!.AlreadyStored);
            Assert.Single(outcomes.Select(outcome => outcome.Result! with { AlreadyStored = true }).Distinct());
            await AssertNumbersAsync([0, 1, 2], stream);
        }
    }

    [Fact]
    public async Task One_event_id_for_many_streams_is_stored_in_one_of_them()
    {
        foreach (var stream in RaceRounds.Streams())
        {
            var once = Sample.Numbered(1, Guid.NewGuid());
            var outcomes = await RaceRounds.RunAsync(Racers, racer => AppendAsync(Nth(stream, racer), once).AsTask());
            var winner = Assert.Single(outcomes, outcome => outcome.Error is null);
            Assert.All(outcomes.Where(outcome => outcome != winner), outcome => Assert.IsType<DuplicateEventException>(outcome.Error));
            Assert.Equal(Nth(stream, winner.Racer), (await Store.FindEventAsync(once.Id!.Value, Cancellation))!.Stream);
        }
    }

    /// <summary>Three events for each, with the numbers from three times its own on; made before the race, so that nothing delays it.</summary>
    private static EventData[][] EventsOfRacers() => [.. Enumerable.Range(0, Racers).Select(racer => Sample.Events(3, first: 3 * racer))];

    private static StreamId Nth(StreamId stream, int number) => new(stream.Category, $"{stream.Id}/{number}");

    private static void AssertIsOneAppend(RecordedEvent[] three)
    {
        var first = Sample.NumberOf(three[0]);
        Assert.Equal(0, first % 3);
        Assert.Equal([first, first + 1, first + 2], three.Select(Sample.NumberOf));
    }

    private async Task AssertOneWinsAsync(StreamId stream, ExpectedVersion expected, int before)
    {
        var events = EventsOfRacers();
        var outcomes = await RaceRounds.RunAsync(Racers, racer => AppendIfAsync(stream, expected, events[racer]).AsTask());
        var winner = Assert.Single(outcomes, outcome => outcome.Error is null);
        foreach (var loser in outcomes.Where(outcome => outcome != winner))
            Assert.Equal(before + 2, Assert.IsType<WrongExpectedVersionException>(loser.Error).Actual.Value);
        await AssertNumbersAsync(Enumerable.Range(3 * winner.Racer, 3), stream, new StreamRange { From = before });
    }
}
