namespace Foldstream.TestKit;

/// <summary>One snapshot is kept for each key, the furthest of its fingerprint.</summary>
public abstract class SnapshotStoreContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, ISnapshotStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly SnapshotKey Key = new("aggregate/account", "alice");

    [Fact]
    public async Task A_snapshot_comes_back_as_it_was_kept()
    {
        Assert.Null(await FindAsync(Key));
        await SaveAsync(Key, place: 0, state: "{\"a\":\"\\u0000é\"}");
        var kept = (await FindAsync(Key))!;
        Assert.Equal((0, "one", Clock.Now), (kept.Place, kept.Fingerprint, kept.TakenAt));
        Assert.Equal("{\"a\":\"\\u0000é\"}"u8.ToArray(), kept.State.ToArray());
    }

    [Fact]
    public async Task Content_need_not_be_json()
    {
        byte[] bytes = [0, 255, 10, 0];
        await Store.SaveSnapshotAsync(Key, new StoredSnapshot(1, "one", bytes, Clock.Now), Cancellation);
        Assert.Equal(bytes, (await FindAsync(Key))!.State.ToArray());
    }

    [Fact]
    public async Task A_later_place_replaces_an_earlier_one_and_not_the_other_way_round()
    {
        await SaveAsync(Key, place: 5);
        await SaveAsync(Key, place: 9);
        await SaveAsync(Key, place: 7);
        Assert.Equal(9, (await FindAsync(Key))!.Place);
    }

    [Fact]
    public async Task The_same_place_is_replaced()
    {
        await SaveAsync(Key, place: 5, state: "1");
        await SaveAsync(Key, place: 5, state: "2");
        Assert.Equal("2"u8.ToArray(), (await FindAsync(Key))!.State.ToArray());
    }

    [Fact]
    public async Task Another_fingerprint_replaces_whatever_its_place()
    {
        await SaveAsync(Key, place: 9);
        await SaveAsync(Key, place: 5, fingerprint: "two");
        Assert.Equal((5, "two"), ((await FindAsync(Key))!.Place, (await FindAsync(Key))!.Fingerprint));
    }

    [Fact]
    public async Task Keys_are_apart_by_each_of_their_parts()
    {
        SnapshotKey[] keys = [Key, Key with { Owner = "decider/account" }, Key with { Id = "Alice" }, Key with { Tenant = "acme" }];
        for (var index = 0; index < keys.Length; index++)
            await SaveAsync(keys[index], place: index);
        for (var index = 0; index < keys.Length; index++)
            Assert.Equal(index, (await FindAsync(keys[index]))!.Place);
        Assert.True(await Store.DeleteSnapshotAsync(Key, Cancellation));
        Assert.False(await Store.DeleteSnapshotAsync(Key, Cancellation));
        Assert.Null(await FindAsync(Key));
        Assert.NotNull(await FindAsync(keys[1]));
    }

    [Fact]
    public async Task Snapshots_of_an_owner_are_deleted_by_fingerprint()
    {
        await SaveAsync(Key, place: 1);
        await SaveAsync(Key with { Id = "bob" }, place: 1, fingerprint: "two");
        await SaveAsync(Key with { Owner = "other" }, place: 1);
        Assert.Equal(1, await Store.DeleteSnapshotsAsync(Key.Owner, "two", Cancellation));
        Assert.Null(await FindAsync(Key));
        Assert.Equal(1, await Store.DeleteSnapshotsAsync(Key.Owner, null, Cancellation));
        Assert.Equal(0, await Store.DeleteSnapshotsAsync(Key.Owner, null, Cancellation));
        Assert.NotNull(await FindAsync(Key with { Owner = "other" }));
    }

    [Fact]
    public async Task Savers_who_race_leave_the_furthest()
    {
        for (var round = 0; round < RaceRounds.Count; round++)
        {
            var key = Key with { Id = $"round-{round}" };
            var saved = await RaceRounds.RunAsync(6, async racer =>
            {
                await SaveAsync(key, place: racer);
                return racer;
            });
            Assert.All(saved, outcome => Assert.Null(outcome.Error));
            Assert.Equal(5, (await FindAsync(key))!.Place);
        }
    }

    private ValueTask<StoredSnapshot?> FindAsync(SnapshotKey key) => Store.FindSnapshotAsync(key, Cancellation);

    private ValueTask SaveAsync(SnapshotKey key, long place, string fingerprint = "one", string state = "{}") =>
        Store.SaveSnapshotAsync(key, new StoredSnapshot(place, fingerprint, System.Text.Encoding.UTF8.GetBytes(state), Clock.Now), Cancellation);
}
