using System.Globalization;

namespace Foldstream.NativeWalk;

/// <summary>Documents behind the appends and inside of them.</summary>
internal static class Projecting
{
    // Nothing is kept in memory: each batch takes its documents back from what is stored.
    internal static readonly ProjectionOptions Uncached = new() { CachedDocuments = 0 };

    public static async Task RunAsync<TStore>(TStore store)
        where TStore : class, IReadModelStore
    {
        await using var running = await store.RunAsync(run => run
            .Project<DeliveryView>(Lifecycle.Async, Uncached)
            .Project<StockView>(Lifecycle.Async)
            .Project<TownTotals>(Lifecycle.Inline));
        await running.CaughtUpAsync();
        var mark = (await store.Documents<DeliveryView>().LoadAsync("full")).Value.Mark;

        await store.ExecuteAsync<Delivery>("full", delivery => delivery.Try("door"), new CommandContext { OccurredAt = Orders.Noon });
        await store.ExecuteAsync<Delivery>("cara", delivery => delivery.Order(Orders.Plain("cara", "Bergen", 10m, Orders.Noon.AddDays(1))));
        Check.Equal(3, (await store.Documents<TownTotals>().LoadAsync("Bergen")).Value.Orders);
        await store.ExecuteAsync<Delivery>("dag", delivery => delivery.Order(Orders.Plain("dag", "Oslo", 9.5m, Orders.Noon.AddDays(2))));
        await store.ExecuteAsync<Delivery>("gone", delivery => delivery.Order(Orders.Plain("eli", "Oslo", 7m, Orders.Noon)));
        var last = await store.ExecuteAsync<Delivery>("gone", delivery => delivery.Cancel());
        await running.CaughtUpAsync(last.Stored!.LastPosition);

        Check.Equal(mark, (await store.Documents<DeliveryView>().LoadAsync("full")).Value.Mark);
        await ReadBackAsync(store);
    }

    public static async Task ReadBackAsync(IReadModelStore store)
    {
        var full = await store.Documents<DeliveryView>().LoadAsync("full");
        CheckFull(full.Value);
        Check.Equal((3L, Orders.Stream("full")), (full.Metadata.Version, full.Metadata.Source!));
        Check.Equal("sparse", (await store.Documents<DeliveryView>().FindBySourceAsync(Orders.Stream("sparse")))!.Key.Id);
        Check.That(await store.Documents<DeliveryView>().FindAsync("gone") is null);
        Check.Equal("Bergen 3 3.25, Oslo 2 1.50", await TownsAsync(store));
        Check.Equal(2, (await store.Documents<StockView>().LoadAsync("cup")).Value.Ordered);
    }

    internal static void CheckFull(DeliveryView view)
    {
        Check.Equal(("Ann Ågren", new Address("Kai 1", "Bergen"), 9.00m), (view.Customer, view.To!, view.Total));
        Check.Equal<Payment?>(new Card("4711"), view.Payment);
        Check.Equal((Speed.Fast, Handling.Fragile | Handling.Cold, new Weight(1.25m)), (view.Speed, view.Handling, view.Weight));
        Check.Equal((true, 'ß', 12.5, (Half)0.25, ulong.MaxValue), (view.Insured, view.Letter, view.Distance, view.Slope!.Value, view.Barcode));
        Check.Equal((Orders.Full.Code, Orders.Noon, Orders.Full.Day, Orders.Full.At, Orders.Full.Window), (view.Code, view.Due, view.Day, view.At, view.Window));
        Check.Equal("red round\0 2 4", string.Join(' ', [.. view.Tags, .. view.Floors.Select(floor => floor.ToString(CultureInfo.InvariantCulture))]));
        Check.Equal((3.90m, new Address("Kai 2", null)), (view.Fees[Speed.Fast], view.Others["second.floor"]));
        Check.Equal((2, "door door", Orders.Noon), (view.TriesAt("door"), view.Places(), view.LastTry()!.Value));
        Check.Equal(2, view.Items.Count);
    }

    private static async Task<string> TownsAsync(IReadModelStore store)
    {
        var towns = await store.Documents<TownTotals>().FindAsync();
        return string.Join(", ", towns.Items.Select(town => string.Create(CultureInfo.InvariantCulture, $"{town.Key.Id} {town.Value.Orders} {town.Value.Kilograms}")));
    }
}
