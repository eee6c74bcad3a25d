namespace Foldstream.Postgres.Tests;

/// <summary>Subscriptions run throughout while writers hold their transactions open, roll them back and append to many streams: each committed event is handled once, in order, and counts once.</summary>
public sealed class SubscriptionFeedRaceTests : PostgresTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly int Rounds = LongRun.IsOn ? 200 : 20;

    private readonly Listener whole = new("whole");
    private readonly Listener parts = new("parts");
    private readonly Listener batches = new("batches", takesBatches: true);

    [Fact]
    public async Task Each_committed_event_is_handled_once_and_in_order()
    {
        var stored = new List<long>();
        var naiveSkipped = 0;
        GlobalPosition? start = null;
        await using var running = await Store.RunAsync(
            run => run
                .Subscribe(whole, options: new SubscriptionOptions { BatchSize = 7 })
                .Subscribe(parts, options: new SubscriptionOptions { Partitions = 4, BatchSize = 11 })
                .Subscribe(batches, options: new SubscriptionOptions { BatchWindow = TimeSpan.FromMilliseconds(2) })
                .Add(Ledger.Part(Store, new Ledger(Store), new SubscriptionOptions { Partitions = 4 })),
            Cancellation);
        for (var round = 0; round < Rounds; round++)
        {
            var race = new FeedRace(Store, Schema.Name, 1000 + round);
            await race.RunAsync(start, Cancellation);
            start = await Store.HeadAsync(Cancellation);
            stored.AddRange(race.Stored);
            naiveSkipped += race.Stored.Except(race.Naive).Count();
            await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
            AssertHandled(stored, round);
        }

        await AssertCountedAsync();
        // Else the races would be too tame to prove anything.
        Assert.True(naiveSkipped > 0, "A naive reader skipped nothing in these races.");
    }

    private void AssertHandled(List<long> stored, int round)
    {
        Assert.Equal((round, stored.Count), (round, whole.Handled.Count));
        Assert.Equal(stored, PositionsOf(whole));
        Assert.Equal(stored, PositionsOf(batches));
        Assert.Equal(stored, PositionsOf(parts).Order());
        foreach (var stream in parts.Handled.GroupBy(context => context.Stream))
            Assert.Equal(Enumerable.Range(0, stream.Count()).Select(version => (long)version), stream.Select(context => context.Version.Value));
    }

    private async Task AssertCountedAsync()
    {
        foreach (var stream in (await ReadLogAsync()).GroupBy(recorded => recorded.Stream.Id))
            Assert.Equal(stream.Count(), Pots.AmountOf(Assert.Single(await Store.LoadDocumentsAsync(Pots.Live, [stream.Key], Cancellation))));
    }

    private static IEnumerable<long> PositionsOf(Listener listener) => listener.Handled.Select(context => context.Position!.Value.Value);
}
