namespace Foldstream.NativeWalk;

/// <summary>State that no constructor and no setter reaches is kept and taken back.</summary>
internal static class Snapshots
{
    public static async Task RunAsync<TStore>(TStore store)
        where TStore : class, IEventLog, ISnapshotStore
    {
        await AggregateAsync(store);
        await DeciderAsync(store);
    }

    private static async Task AggregateAsync<TStore>(TStore store)
        where TStore : class, IEventLog, ISnapshotStore
    {
        Delivery? saved = null;
        await store.ExecuteAsync<Delivery>("kept", delivery =>
        {
            saved = delivery;
            delivery.Order(Orders.Full);
            delivery.Try("door");
            delivery.Try("gate");
        });
        await store.ExecuteAsync<Delivery>("kept", delivery => delivery.Try("door"));

        using var counts = new Counts();
        var loaded = await store.LoadAsync<Delivery>("kept");
        Check.Equal(1, counts["foldstream.snapshot.hit"]);
        Check.Equal((saved!.Mark, saved.Seal()), (loaded.Mark, loaded.Seal()));
        Check.Equal((4L, 1), (loaded.Version, loaded.Applied));
        Check.Equal((2, 1, "door gate door"), (loaded.TriesAt("door"), loaded.TriesAt("gate"), loaded.Places()));
        Check.Equal<Payment?>(new Card("4711"), loaded.Payment);
        Check.Equal("tea cup", string.Join(' ', loaded.Items.Select(item => item.Sku.Code)));

        Check.That(await store.DeleteSnapshotAsync<Delivery>("kept"));
        Check.Equal(4, (await store.LoadAsync<Delivery>("kept")).Applied);
        Check.Equal(1, counts["foldstream.snapshot.miss"]);
        Check.Equal(4, await store.SnapshotAsync<Delivery>("kept"));
        Check.Equal(0, (await store.LoadAsync<Delivery>("kept")).Applied);
    }

    private static async Task DeciderAsync<TStore>(TStore store)
        where TStore : class, IEventLog, ISnapshotStore
    {
        foreach (var delivery in new[] { "a", "b", "c" })
            await store.DecideAsync<Van, Load>("one", new Load(delivery));
        await Check.ThrowsAsync<InvalidOperationException>(async () => await store.DecideAsync<Van, Load>("one", new Load("d")));
        await store.FlushSnapshotsAsync();

        using var counts = new Counts();
        var folded = await store.FoldAsync<Van>("one");
        Check.Equal(1, counts["foldstream.snapshot.hit"]);
        Check.Equal("a b c", string.Join(' ', ((Van.Loaded)folded.State).Deliveries));
        Check.Equal(3, folded.Version);
    }
}
