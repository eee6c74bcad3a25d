namespace Foldstream.Tests;

/// <summary>Snapshots break no load and no save, whatever is the matter with them.</summary>
public sealed class SnapshotFaultTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly TestClock clock = new();
    private readonly SnapshotCounts counts = new();
    private readonly FaultySnapshots store;

    public SnapshotFaultTests() => store = new FaultySnapshots(new EventStoreOptions { Clock = clock });

    public void Dispose() => counts.Dispose();

    [Fact]
    public async Task Load_goes_on_when_the_store_cannot_find_snapshots()
    {
        await AddAsync<EveryFour>(4);
        counts.Take();
        store.OnFind = _ => throw new StoreUnavailableException("memory", "It is down.");
        var hoard = await store.LoadAsync<Hoard<EveryFour>>("one", cancellationToken: Cancellation);
        Assert.Equal(4, hoard.History.Version);
        Assert.Equal(["miss error"], counts.Take());
    }

    [Fact]
    public async Task Cancelled_load_ends_while_it_looks_for_a_snapshot()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        store.OnFind = async cancelled =>
        {
            await source.CancelAsync();
            cancelled.ThrowIfCancellationRequested();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await store.LoadAsync<Hoard<EveryFour>>("one", cancellationToken: source.Token));
        Assert.Empty(counts.Take());
    }

    [Fact]
    public async Task Load_goes_on_when_a_wrong_snapshot_cannot_be_removed()
    {
        await AddAsync<EveryFour>(2);
        await store.SaveSnapshotAsync(
            new SnapshotKey($"aggregate/{EveryFour.Category}", "one"), new StoredSnapshot(9, "1", HoardState.Empty.ToJson(), clock.Now), Cancellation);
        counts.Take();
        Assert.Equal(2, (await store.LoadAsync<Hoard<EveryFour>>("one", cancellationToken: Cancellation)).History.Version);
        Assert.Equal(["miss wrong_version", "write error"], counts.Take());
    }

    [Fact]
    public async Task Save_succeeds_when_its_snapshot_cannot_be_written()
    {
        store.OnSave = _ => throw new StoreUnavailableException("memory", "It is down.");
        Assert.Equal(3, (await AddAsync<EveryFour>(4)).Stored!.LastVersion);
        Assert.Equal(["miss missing", "write error"], counts.Take());
        Assert.Equal(4, (await store.DecideAsync<Stash<EveryFour>, PutIn>("two", new PutIn(1, 2, 3, 4), cancellationToken: Cancellation)).Version);
        Assert.Equal(["miss missing", "write error"], counts.Take());
    }

    [Fact]
    public async Task Save_is_a_success_when_it_is_cancelled_while_its_snapshot_is_written()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        store.OnSave = _ => source.CancelAsync();
        var hoard = Aggregate.New<Hoard<EveryFour>>("one");
        hoard.Add(1, 2, 3, 4);
        Assert.NotNull(await store.SaveAsync(hoard, cancellationToken: source.Token));
        Assert.Empty(hoard.History.Pending);
        Assert.Equal(["write cancelled"], counts.Take());
    }

    [Fact]
    public async Task Save_succeeds_when_the_policy_fails_and_when_the_state_cannot_be_written()
    {
        Assert.NotNull((await AddAsync<FailingPolicy>(1)).Stored);
        Assert.Equal(["miss missing", "write error"], counts.Take());
        Assert.NotNull((await store.ExecuteAsync<Unwritable>("one", unwritable => unwritable.Raise(), cancellationToken: Cancellation)).Stored);
        Assert.Equal(["miss missing", "write error"], counts.Take());
    }

    [Fact]
    public async Task Without_use_of_snapshots_none_is_looked_for_and_none_is_taken()
    {
        await using var without = new FaultySnapshots(new EventStoreOptions { UseSnapshots = false });
        await without.ExecuteAsync<Hoard<EveryFour>>("one", hoard => hoard.Add(1, 2, 3, 4), cancellationToken: Cancellation);
        await without.DecideAsync<Stash<EveryFour>, PutIn>("one", new PutIn(1, 2, 3, 4), cancellationToken: Cancellation);
        await without.LoadAsync<Hoard<EveryFour>>("one", cancellationToken: Cancellation);
        Assert.Equal((0, 0), (without.Finds, without.Saved.Count));
        Assert.Empty(counts.Take());
        await without.SnapshotAsync<Hoard<EveryFour>>("one", Cancellation);
        Assert.Single(without.Saved);
    }

    [Fact]
    public async Task Type_without_snapshots_looks_for_none()
    {
        await store.ExecuteAsync<Tally>("one", tally => tally.Raise(1), cancellationToken: Cancellation);
        Assert.Equal((0, 1), (store.Finds, store.Reads));
        Assert.Empty(counts.Take());
    }

    [Fact]
    public async Task Load_costs_one_look_and_one_read_with_a_snapshot_and_without()
    {
        await AddAsync<EveryFour>(4);
        var (finds, reads) = (store.Finds, store.Reads);
        Assert.Equal((1, 1), (finds, reads));
        await store.LoadAsync<Hoard<EveryFour>>("one", cancellationToken: Cancellation);
        Assert.Equal((2, 2), (store.Finds, store.Reads));
    }

    [Fact]
    public async Task Age_counts_from_the_snapshot_that_was_loaded_and_from_the_first_event_before_there_is_one()
    {
        await AddAsync<Hourly>(1);
        clock.Move(TimeSpan.FromMinutes(59));
        await AddAsync<Hourly>(1);
        Assert.Empty(store.Saved);
        clock.Move(TimeSpan.FromMinutes(1));
        await AddAsync<Hourly>(1);
        Assert.Equal([2L], store.Saved.Select(saved => saved.Snapshot.Place));
        clock.Move(TimeSpan.FromMinutes(59));
        await AddAsync<Hourly>(1);
        clock.Move(TimeSpan.FromMinutes(1));
        await store.DecideAsync<Stash<Hourly>, PutIn>("other", new PutIn(1), cancellationToken: Cancellation);
        await AddAsync<Hourly>(1);
        Assert.Equal([2L, 4L], store.Saved.Select(saved => saved.Snapshot.Place));
    }

    [Fact]
    public async Task Moment_tells_the_policy_what_there_is()
    {
        Asked.Moments.Clear();
        var first = clock.Now;
        await AddAsync<Asked>(2);
        clock.Move(TimeSpan.FromDays(1));
        await store.SnapshotAsync<Hoard<Asked>>("one", Cancellation);
        var taken = clock.Now;
        clock.Move(TimeSpan.FromDays(1));
        var occurred = clock.Now.AddHours(-1);
        await store.ExecuteAsync<Hoard<Asked>>("one", hoard => hoard.Add(1), new CommandContext { OccurredAt = occurred }, Cancellation);
        clock.Move(TimeSpan.FromDays(1));
        await store.ExecuteAsync<Hoard<Asked>>("one", hoard => hoard.Add(1), cancellationToken: Cancellation);
        Assert.Equal(
            [
                new SnapshotMoment(0, 2, null, null, first, first),
                new SnapshotMoment(2, 3, 2, taken, occurred, taken.AddDays(1)),
                new SnapshotMoment(3, 4, 2, taken, occurred, taken.AddDays(2)),
            ],
            Asked.Moments);
    }

    private ValueTask<CommandResult> AddAsync<TKeeping>(int count)
        where TKeeping : IKeeping =>
        store.ExecuteAsync<Hoard<TKeeping>>("one", hoard => hoard.Add([.. Enumerable.Repeat(1L, count)]), cancellationToken: Cancellation);

    private sealed class FailingPolicy : IKeeping
    {
        public static string Category => "kept-by-failing-policy";

        public static SnapshotPolicy? Policy { get; } = new Failing();

        private sealed record Failing : SnapshotPolicy
        {
            public override bool IsDue(SnapshotMoment moment) => throw new InvalidOperationException("It does not know.");
        }
    }

    private sealed class Hourly : IKeeping
    {
        public static string Category => "kept-hourly";

        public static SnapshotPolicy? Policy { get; } = SnapshotPolicy.OlderThan(TimeSpan.FromHours(1));
    }

    private sealed class Asked : IKeeping
    {
        public static List<SnapshotMoment> Moments { get; } = [];

        public static string Category => "kept-when-asked";

        public static SnapshotPolicy? Policy { get; } = new Asking();

        private sealed record Asking : SnapshotPolicy
        {
            public override bool IsDue(SnapshotMoment moment)
            {
                Moments.Add(moment);
                return false;
            }
        }
    }

    private sealed class Unwritable : IAggregate<Unwritable>
    {
        public static string Category => "unwritable";

        public static IReadOnlyList<EventDefinition> EventSet { get; } = [Tally.Raised];

        public static string FoldFingerprint => "1";

        public static StateDefinition<Unwritable>? State { get; } = new(
            SnapshotPolicy.Every(1), InBackground: true, (_, _) => throw new InvalidOperationException("It cannot be written."), (ref _) => new Unwritable());

        public AggregateHistory History { get; } = new();

        public static Unwritable Create() => new();

        public static void Apply(Unwritable aggregate, in StoredEvent stored)
        {
        }

        public void Raise() => History.Raise(Tally.Raised, new TallyRaised(1));
    }
}
