namespace Foldstream.Postgres.Tests;

/// <summary>Whatever the writers do, a reader of the log gets every committed event once and in order; one that asks naively does not.</summary>
public sealed class FeedRaceTests : PostgresTest
{
    private static readonly int Rounds = LongRun.IsOn ? 120 : 20;

    [Fact]
    public async Task No_event_is_skipped_doubled_or_out_of_order()
    {
        var naiveSkipped = 0;
        GlobalPosition? start = null;
        for (var round = 0; round < Rounds; round++)
        {
            var race = new FeedRace(Store, Schema.Name, round);
            await race.RunAsync(start, Cancellation);
            Assert.All(race.Followed, followed => Assert.Equal(race.Stored, followed));
            naiveSkipped += race.Stored.Except(race.Naive).Count();
            start = await Store.HeadAsync(Cancellation);
            Assert.Equal(race.Stored[^1], start!.Value.Value);
        }

        // Else the races would be too tame to prove anything.
        Assert.True(naiveSkipped > 0, "A naive reader skipped nothing in these races.");
    }
}
