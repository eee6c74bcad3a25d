using System.Text;

namespace Foldstream.TestKit;

/// <summary>Loads go on from snapshots; one that cannot be used costs a full replay, is counted by its reason, and never gives a wrong state.</summary>
public abstract class AggregateSnapshotContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, ISnapshotStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly StreamId Stream = Sample.Stream("one", ByHand.Category);
    private static readonly SnapshotKey Key = new($"aggregate/{ByHand.Category}", "one");
    private static readonly HoardState Marked = new(Hash: 1_000_000, Count: 3);

    private readonly SnapshotCounts counts = new();

    [Fact]
    public async Task Load_folds_only_what_came_after_the_snapshot()
    {
        await FillAsync(1, 2, 3, 4, 5);
        await KeepAsync(place: 2, Marked);
        var hoard = await LoadAsync();
        Assert.Equal(Marked.With(4).With(5), hoard.Holds);
        Assert.Equal((5L, Stream), (hoard.History.Version, hoard.History.Stream));
        Assert.Empty(hoard.History.Pending);
        Assert.Equal(["hit"], counts.Take());
    }

    [Fact]
    public async Task Snapshot_of_the_last_event_leaves_nothing_to_fold()
    {
        await FillAsync(1, 2, 3);
        await KeepAsync(place: 2, Marked);
        var hoard = await Store.FindAsync<Hoard<ByHand>>("one", cancellationToken: Cancellation);
        Assert.Equal((Marked, 3L), (hoard!.Holds, hoard.History.Version));
    }

    [Fact]
    public async Task Loaded_from_a_snapshot_it_is_saved_as_any_other()
    {
        await FillAsync(1, 2, 3, 4);
        await KeepAsync(place: 1, HoardState.Of([1, 2]));
        var hoard = await LoadAsync();
        hoard.Add(5);
        var stored = await Store.SaveAsync(hoard, cancellationToken: Cancellation);
        Assert.Equal(4, stored!.FirstVersion);
        await AssertLoadsAsync(1, 2, 3, 4, 5);
    }

    [Fact]
    public async Task Missing_snapshot_is_a_full_replay()
    {
        await FillAsync(1, 2);
        await AssertLoadsAsync(1, 2);
        Assert.Equal(["miss missing"], counts.Take());
    }

    [Fact]
    public async Task Snapshot_of_another_fingerprint_is_not_used()
    {
        await FillAsync(1, 2);
        await KeepAsync(place: 1, Marked, fingerprint: ByHandChanged.Fingerprint);
        await AssertLoadsAsync(1, 2);
        Assert.Equal(["miss stale"], counts.Take());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"hash":1}""")]
    [InlineData("""{"hash":"x","count":1,"limit":9}""")]
    [InlineData("""{"hash":1,"count":1,"limit":9}{}""")]
    [InlineData("""{"hash":1,"count":1,"limit":9""")]
    [InlineData("\u0001\u0002")]
    public async Task State_that_cannot_be_read_is_not_used(string state)
    {
        await FillAsync(1, 2);
        await Store.SaveSnapshotAsync(Key, new StoredSnapshot(1, ByHand.Fingerprint, Encoding.UTF8.GetBytes(state), Clock.Now), Cancellation);
        await AssertLoadsAsync(1, 2);
        Assert.Equal(["miss unreadable"], counts.Take());
    }

    [Fact]
    public async Task State_on_which_a_handler_fails_is_not_used()
    {
        await FillAsync(1, 2, 3);
        await KeepAsync(place: 1, Marked with { Limit = 0 });
        await AssertLoadsAsync(1, 2, 3);
        Assert.Equal(["miss unreadable"], counts.Take());
    }

    [Fact]
    public async Task Event_that_is_not_known_is_the_error_that_it_is_without_a_snapshot()
    {
        await FillAsync(1, 2);
        await KeepAsync(place: 1, Marked);
        await AppendAsync(Stream, Sample.Event("unknown-to-hoards"));
        var error = await Assert.ThrowsAsync<UnknownEventException>(async () => await LoadAsync());
        Assert.Equal(2, error.Version);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(1000)]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    public async Task Snapshot_whose_event_the_stream_does_not_have_is_not_used(long place)
    {
        await FillAsync(1, 2, 3);
        await KeepAsync(place, Marked);
        await AssertLoadsAsync(1, 2, 3);
        Assert.Equal(["miss wrong_version"], counts.Take());
    }

    [Fact]
    public async Task Snapshot_beyond_the_end_keeps_no_later_one_out()
    {
        await FillAsync(1, 2, 3);
        await KeepAsync(place: 100, Marked);
        await LoadAsync();
        Assert.Equal(3, await Store.SnapshotAsync<Hoard<ByHand>>("one", Cancellation));
        Assert.Equal(2, (await FoundAsync())!.Place);
    }

    [Fact]
    public async Task Snapshot_of_a_stream_without_events_is_no_aggregate()
    {
        await KeepAsync(place: 0, Marked);
        Assert.Null(await Store.FindAsync<Hoard<ByHand>>("one", cancellationToken: Cancellation));
        Assert.Equal(["miss wrong_version"], counts.Take());
    }

    [Theory]
    [InlineData(1, "miss too_late")]
    [InlineData(2, "hit")]
    [InlineData(3, "hit")]
    [InlineData(9, "hit")]
    public async Task Version_of_the_past_begins_with_a_snapshot_that_is_not_beyond_it(long version, string told)
    {
        await FillAsync(1, 2, 3, 4, 5);
        await KeepAsync(place: 2, HoardState.Of([1, 2, 3]));
        var hoard = await Store.LoadAsync<Hoard<ByHand>>("one", AsOf.Version(version), Cancellation);
        Assert.Equal(HoardState.Of(Enumerable.Range(1, (int)Math.Min(version, 4) + 1).Select(amount => (long)amount)), hoard.Holds);
        Assert.Equal(AsOf.Version(version), hoard.History.AsOf);
        Assert.Equal([told], counts.Take());
    }

    [Fact]
    public async Task Past_by_a_time_is_folded_from_the_beginning()
    {
        await FillAsync(1, 2);
        await KeepAsync(place: 0, Marked);
        var time = DateTimeOffset.MaxValue;
        foreach (var asOf in (AsOf[])[AsOf.Recorded(time), AsOf.Occurred(time)])
            Assert.Equal(HoardState.Of([1, 2]), (await Store.LoadAsync<Hoard<ByHand>>("one", asOf, Cancellation)).Holds);
        Assert.Empty(counts.Take());
    }

    [Fact]
    public async Task Tenants_have_snapshots_of_their_own()
    {
        await FillAsync(1, 2);
        await AppendAsync(Sample.Stream("one", ByHand.Category, "acme"), Raised(5));
        await Store.SnapshotAsync<Hoard<ByHand>>(new StreamKey("one", "acme"), Cancellation);
        await AssertLoadsAsync(1, 2);
        Assert.Equal(HoardState.Of([5]), (await Store.LoadAsync<Hoard<ByHand>>(new StreamKey("one", "acme"), cancellationToken: Cancellation)).Holds);
    }

    [Fact]
    public async Task Snapshot_by_hand_covers_all_events()
    {
        await FillAsync(1, 2, 3);
        Assert.Equal(3, await Store.SnapshotAsync<Hoard<ByHand>>("one", Cancellation));
        var found = await FoundAsync();
        Assert.Equal((2L, ByHand.Fingerprint), (found!.Place, found.Fingerprint));
        Assert.Equal(Clock.Now, found.TakenAt);
        counts.Take();
        await AssertLoadsAsync(1, 2, 3);
        Assert.Equal(["hit"], counts.Take());
    }

    [Fact]
    public async Task Snapshot_by_hand_asks_for_events_and_for_a_type_that_keeps_them()
    {
        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await Store.SnapshotAsync<Hoard<ByHand>>("none", Cancellation));
        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await Store.SnapshotAsync<Stash<ByHand>>("none", Cancellation));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Store.SnapshotAsync<Tally>("one", Cancellation));
        Assert.Contains("[Snapshot]", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Store.SnapshotAsync<Purse>("one", Cancellation));
    }

    [Fact]
    public async Task Deleted_snapshot_is_gone()
    {
        await FillAsync(1, 2);
        await KeepAsync(place: 1, Marked);
        Assert.True(await Store.DeleteSnapshotAsync<Hoard<ByHand>>("one", Cancellation));
        Assert.False(await Store.DeleteSnapshotAsync<Hoard<ByHand>>("one", Cancellation));
        await AssertLoadsAsync(1, 2);
    }

    [Fact]
    public async Task Stale_snapshots_of_a_type_are_deleted_together()
    {
        await FillAsync(1, 2);
        await AppendAsync(Sample.Stream("two", ByHand.Category), Raised(1));
        await Store.SnapshotAsync<Hoard<ByHand>>("one", Cancellation);
        await Store.SnapshotAsync<Hoard<ByHandChanged>>("two", Cancellation);
        await Store.SnapshotAsync<Stash<ByHand>>("one", Cancellation);
        Assert.Equal(1, await Store.DeleteStaleSnapshotsAsync<Hoard<ByHandChanged>>(Cancellation));
        Assert.Equal(0, await Store.DeleteStaleSnapshotsAsync<Stash<ByHand>>(Cancellation));
        Assert.Null(await FoundAsync());
        Assert.NotNull(await Store.FindSnapshotAsync(Key with { Id = "two" }, Cancellation));
        Assert.NotNull(await Store.FindSnapshotAsync(new SnapshotKey($"decider/{ByHand.Category}", "one"), Cancellation));
    }

    [Fact]
    public async Task State_of_a_decider_goes_on_from_its_snapshot()
    {
        await FillAsync(1, 2, 3, 4);
        await Store.SaveSnapshotAsync(Key with { Owner = $"decider/{ByHand.Category}" }, Snapshot(2, Marked), Cancellation);
        var folded = await Store.FoldAsync<Stash<ByHand>>("one", cancellationToken: Cancellation);
        Assert.Equal(new Folded<Stash<ByHand>>(new Stash<ByHand>(Marked.With(4)), 4), folded);
        Assert.Equal(["hit"], counts.Take());
        Assert.Equal(5, (await Store.DecideAsync<Stash<ByHand>, PutIn>("one", new PutIn(5), cancellationToken: Cancellation)).Version);
    }

    [Fact]
    public async Task State_of_a_decider_is_folded_whole_where_its_snapshot_cannot_be_used()
    {
        await FillAsync(1, 2);
        var key = Key with { Owner = $"decider/{ByHand.Category}" };
        await Store.SaveSnapshotAsync(key, Snapshot(7, Marked), Cancellation);
        await AssertFoldsAsync("miss wrong_version");
        await Store.SaveSnapshotAsync(key, Snapshot(1, Marked, ByHandChanged.Fingerprint), Cancellation);
        await AssertFoldsAsync("miss stale");
        await Store.SaveSnapshotAsync(key, Snapshot(0, Marked with { Limit = 0 }), Cancellation);
        await AssertFoldsAsync("miss unreadable");

        async Task AssertFoldsAsync(string told)
        {
            counts.Take();
            var folded = await Store.FoldAsync<Stash<ByHand>>("one", cancellationToken: Cancellation);
            Assert.Equal(new Folded<Stash<ByHand>>(new Stash<ByHand>(HoardState.Of([1, 2])), 2), folded);
            Assert.Equal([told], counts.Take());
        }
    }

    private static EventData Raised(long amount) => Tally.Raised.Encode(new TallyRaised(amount));

    private ValueTask<AppendResult> FillAsync(params long[] amounts) => AppendAsync(Stream, [.. amounts.Select(Raised)]);

    private StoredSnapshot Snapshot(long place, HoardState state, string fingerprint = "1") => new(place, fingerprint, state.ToJson(), Clock.Now);

    private ValueTask KeepAsync(long place, HoardState state, string fingerprint = "1") =>
        Store.SaveSnapshotAsync(Key, Snapshot(place, state, fingerprint), Cancellation);

    private ValueTask<StoredSnapshot?> FoundAsync() => Store.FindSnapshotAsync(Key, Cancellation);

    private ValueTask<Hoard<ByHand>> LoadAsync() => Store.LoadAsync<Hoard<ByHand>>("one", cancellationToken: Cancellation);

    private async Task AssertLoadsAsync(params long[] amounts)
    {
        var hoard = await LoadAsync();
        Assert.Equal((HoardState.Of(amounts), (long)amounts.Length), (hoard.Holds, hoard.History.Version));
    }
}
