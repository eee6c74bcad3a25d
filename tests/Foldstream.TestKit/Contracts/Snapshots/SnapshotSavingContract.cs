namespace Foldstream.TestKit;

/// <summary>Saves take snapshots when the policy says so, at once or behind them.</summary>
public abstract class SnapshotSavingContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, ISnapshotStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private const int Many = 200;

    private static readonly EventModel Model = new(Tally.Raised);

    [Fact]
    public async Task Save_that_crosses_a_multiple_takes_a_snapshot_of_what_it_saved()
    {
        var places = new List<long?>();
        foreach (var count in (int[])[3, 2, 2, 6, 1])
        {
            await Store.ExecuteAsync<Hoard<EveryFour>>("one", hoard => hoard.Add(Amounts(count, from: (int)hoard.Holds.Count)), cancellationToken: Cancellation);
            places.Add((await FindAsync<EveryFour>("one"))?.Place);
        }

        Assert.Equal([null, 4, 4, 12, 12], places);
        await AssertLoadsAsync("one", 14);
    }

    [Fact]
    public async Task Every_save_of_one_copy_asks_the_policy()
    {
        var hoard = Aggregate.New<Hoard<EveryFour>>("one");
        foreach (var count in (int[])[4, 1, 3])
        {
            hoard.Add(Amounts(count, from: (int)hoard.Holds.Count));
            await Store.SaveAsync(hoard, cancellationToken: Cancellation);
        }

        Assert.Equal(7, (await FindAsync<EveryFour>("one"))!.Place);
        await AssertLoadsAsync("one", 8);
    }

    [Fact]
    public async Task Decider_takes_a_snapshot_of_the_state_after_its_events()
    {
        await Store.DecideAsync<Stash<EveryFour>, PutIn>("one", new PutIn(Amounts(3)), cancellationToken: Cancellation);
        await Store.DecideAsync<Stash<EveryFour>, PutIn>("one", new PutIn(Amounts(2, from: 3)), cancellationToken: Cancellation);
        var found = await Store.FindSnapshotAsync(new SnapshotKey($"decider/{EveryFour.Category}", "one"), Cancellation);
        Assert.Equal(4, found!.Place);
        Assert.Equal(HoardState.Of(Amounts(5)).ToJson(), found.State.ToArray());
        Assert.Equal(
            new Folded<Stash<EveryFour>>(new Stash<EveryFour>(HoardState.Of(Amounts(5))), 5),
            await Store.FoldAsync<Stash<EveryFour>>("one", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Command_that_stores_nothing_takes_none()
    {
        await Store.ExecuteAsync<Hoard<EveryFour>>("one", hoard => hoard.Add(Amounts(4)), cancellationToken: Cancellation);
        await Store.DeleteSnapshotAsync<Hoard<EveryFour>>("one", Cancellation);
        await Store.ExecuteAsync<Hoard<EveryFour>>("one", _ => { }, cancellationToken: Cancellation);
        Assert.Null(await FindAsync<EveryFour>("one"));
    }

    [Fact]
    public async Task Snapshots_behind_saves_are_there_after_a_flush()
    {
        for (var stream = 0; stream < 20; stream++)
        {
            for (var save = 0; save < 5; save++)
                await Store.ExecuteAsync<Hoard<WrittenBehind>>($"{stream}", hoard => hoard.Add(hoard.Holds.Count), cancellationToken: Cancellation);
        }

        await Store.FlushSnapshotsAsync(Cancellation);
        for (var stream = 0; stream < 20; stream++)
        {
            var found = await FindAsync<WrittenBehind>($"{stream}");
            Assert.Equal(4, found!.Place);
            Assert.Equal(HoardState.Of([0, 1, 2, 3, 4]).ToJson(), found.State.ToArray());
        }
    }

    [Fact]
    public async Task Disposal_waits_for_snapshots_behind_saves()
    {
        using var counts = new SnapshotCounts(BehindDisposal.Category);
        for (var stream = 0; stream < Many; stream++)
            await Store.ExecuteAsync<Hoard<BehindDisposal>>($"{stream}", hoard => hoard.Add(1), cancellationToken: Cancellation);
        await Store.DisposeAsync();
        Assert.Equal(Enumerable.Repeat("write stored", Many), counts.Take().Where(told => told.StartsWith("write", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Races_of_savers_leave_a_snapshot_that_is_a_state_of_the_stream()
    {
        foreach (var stream in RaceRounds.Streams(EveryFour.Category))
        {
            var outcomes = await RaceRounds.RunAsync(4, racer => AddRepeatedlyAsync(stream.Id, racer));
            Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
            var amounts = (await ReadAsync(stream)).ConvertAll(AmountOf);
            Assert.Equal(4 * 2 * 3, amounts.Count);
            var plain = HoardState.Of(amounts);
            Assert.Equal(plain, (await Store.LoadAsync<Hoard<EveryFour>>(stream.Id, cancellationToken: Cancellation)).Holds);
            var kept = (await FindAsync<EveryFour>(stream.Id))!;
            Assert.Equal(HoardState.Of(amounts.Take((int)kept.Place + 1)).ToJson(), kept.State.ToArray());
        }
    }

    protected override EventStoreOptions Options => base.Options with { CommandAttempts = 1000 };

    private async Task<int> AddRepeatedlyAsync(string id, int racer)
    {
        for (var round = 0; round < 2; round++)
            await Store.ExecuteAsync<Hoard<EveryFour>>(id, hoard => hoard.Add(racer, racer + 10, racer + 20), cancellationToken: Cancellation);
        return racer;
    }

    private static long AmountOf(RecordedEvent recorded) => ((TallyRaised)Model.Decode(recorded)).Amount;

    private static long[] Amounts(int count, int from = 0) => [.. Enumerable.Range(from, count).Select(amount => (long)amount)];

    private ValueTask<StoredSnapshot?> FindAsync<TKeeping>(string id)
        where TKeeping : IKeeping =>
        Store.FindSnapshotAsync(new SnapshotKey($"aggregate/{TKeeping.Category}", id), Cancellation);

    private async Task AssertLoadsAsync(string id, int count)
    {
        var hoard = await Store.LoadAsync<Hoard<EveryFour>>(id, cancellationToken: Cancellation);
        Assert.Equal((HoardState.Of(Amounts(count)), (long)count), (hoard.Holds, hoard.History.Version));
    }

    /// <summary>A snapshot behind every save, in a category that one test alone uses.</summary>
    private sealed class BehindDisposal : IKeeping
    {
        public static string Category { get; } = $"kept-behind-{typeof(TStore).Name}";

        public static SnapshotPolicy? Policy { get; } = SnapshotPolicy.Every(1);

        public static bool InBackground => true;
    }
}
