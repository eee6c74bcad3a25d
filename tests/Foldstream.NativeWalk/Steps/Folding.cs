using Foldstream.Testing;

namespace Foldstream.NativeWalk;

/// <summary>Projections that are folded in memory, from any source; and the testing kit, which does so too.</summary>
internal static class Folding
{
    public static async Task RunAsync<TStore>(TStore store)
        where TStore : class, IReadModelStore
    {
        var live = await store.ProjectAsync<DeliveryView>(Orders.Stream("full"));
        Projecting.CheckFull(live.Single!);
        Check.Equal(0, await live.ContinueAsync());
        Check.Equal("", (await store.ProjectAsync<DeliveryView>(Orders.Stream("full"), AsOf.Version(new StreamVersion(0)))).Single!.Places());
        Check.Equal("Bergen Oslo", string.Join(' ', (await store.ProjectAsync<TownTotals>()).All.Select(town => town.Key.Id)));
        Check.Equal(5, (await store.ReadLogAsync().ProjectAsync<DeliveryView>()).All.Count());

        using var counts = new Counts();
        var keeping = new LiveOptions { SnapshotEvery = 1 };
        var kept = await store.ProjectAsync<DeliveryView>(Orders.Stream("full"), options: keeping);
        var resumed = await store.ProjectAsync<DeliveryView>(Orders.Stream("full"), options: keeping);
        Projecting.CheckFull(resumed.Single!);
        Check.Equal((kept.Single!.Mark, kept.Single.Seal()), (resumed.Single!.Mark, resumed.Single.Seal()));
        Check.That(counts["foldstream.projection.snapshots"] > 1);
        Play();
    }

    private static void Play()
    {
        Scenario.For<Delivery>().Given(Orders.Full).When(delivery => delivery.Try("door")).Then(new DeliveryTried("door")).ThenState(delivery => delivery.TriesAt("door") == 1);
        Scenario.ForDecider<Van>().Given(new VanLoaded("a")).When(new Load("b")).Then(new VanLoaded("b"));
        Scenario.ForProjection<DeliveryView>(NativeWalkEvents.Model)
            .Given("full", Orders.Full, new DeliveryTried("door"))
            .ThenDocument("full", view => view.Places() == "door" && view.Payment == new Card("4711"))
            .Given("full", new DeliveryCancelled())
            .ThenNothing("full");
    }
}
