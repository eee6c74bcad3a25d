namespace Foldstream.TestKit;

/// <summary>Concurrent commands on one aggregate: none is lost, and one idempotency key is stored once.</summary>
public abstract class CommandRaces<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private const int Racers = 8;

    protected override EventStoreOptions Options => base.Options with { CommandAttempts = 1000 };

    [Fact]
    public async Task No_increment_is_lost()
    {
        foreach (var stream in RaceRounds.Streams(Tally.Category))
        {
            var outcomes = await RaceRounds.RunAsync(Racers, _ => Store.ExecuteAsync<Tally, long>(stream.Id, RaiseByOne).AsTask());
            Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
            Assert.Equal(Enumerable.Range(1, Racers), outcomes.Select(outcome => (int)outcome.Result!.Value).Order());
            Assert.Equal(Racers, (await Store.LoadAsync<Tally>(stream.Id, cancellationToken: Cancellation)).Total);
        }

        static long RaiseByOne(Tally tally)
        {
            tally.Raise(1);
            return tally.Total;
        }
    }

    [Fact]
    public async Task Commands_with_one_key_are_stored_once_whatever_they_decide()
    {
        var context = new CommandContext { IdempotencyKey = "once" };
        foreach (var stream in RaceRounds.Streams(Tally.Category))
        {
            await Store.ExecuteAsync<Tally>(stream.Id, tally => tally.Raise(100), cancellationToken: Cancellation);
            var outcomes = await RaceRounds.RunAsync(
                Racers, racer => Store.ExecuteAsync<Tally>(stream.Id, tally => RaiseManyTimes(tally, racer + 1), context).AsTask());
            Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
            var winner = Assert.Single(outcomes, outcome => !outcome.Result!.AlreadyStored);
            Assert.Single(outcomes.Select(outcome => outcome.Result!.Stored! with { AlreadyStored = true }).Distinct());
            Assert.Equal(winner.Racer + 2, (await ReadAsync(stream)).Count);
        }
    }

    private static void RaiseManyTimes(Tally tally, int times)
    {
        for (var time = 0; time < times; time++)
            tally.Raise(times);
    }
}
