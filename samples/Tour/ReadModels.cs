using Foldstream;

namespace Tour;

/// <summary>Projections while they run, are rebuilt and are folded in memory.</summary>
internal static class ReadModels
{
    public static async Task RunAsync()
    {
        await using var store = new InMemoryEventStore();
        await FollowAsync(store);
        await DeleteAsync(store);
        await RebuildAsync(store);
        await LiveAsync(store);
        await InlineAsync(store);
    }

    private static async Task FollowAsync(InMemoryEventStore store)
    {
        #region run
        await using var running = await store.RunAsync(run => run.Project<OrderView>(Lifecycle.Async));

        var placed = await store.ExecuteAsync<Order>(
            "o1", order => order.Place("Alice", new OrderLine("tea", 2, 4.50m), new OrderLine("cup", 1, 7m)));
        await running.CaughtUpAsync(placed.LastPosition);

        var view = await store.Documents<OrderView>().LoadAsync("o1");
        Console.WriteLine($"{view.Value.Customer} owes {view.Value.Open} since version {view.Metadata.Version} of {view.Metadata.Source}");
        #endregion
    }

    private static async Task DeleteAsync(InMemoryEventStore store)
    {
        #region several
        await using var running = await store.RunAsync(run => run
            .Project<UnpaidOrder>(Lifecycle.Async)
            .Project<OrderView>(Lifecycle.Async, new ProjectionOptions { Subscription = new SubscriptionOptions { Partitions = 4 } }));
        #endregion

        var paid = await store.ExecuteAsync<Order>("o1", order => order.Pay(16m));
        await running.CaughtUpAsync(paid.LastPosition);
        Console.WriteLine($"unpaid: {await store.Documents<UnpaidOrder>().CountAsync()}");
    }

    private static async Task RebuildAsync(InMemoryEventStore store)
    {
        #region rebuild
        await store.RebuildAsync<OrderView>(new RebuildOptions { Partitions = 2 }, new RebuildLine());
        #endregion

        #region stale
        await using var running = await store.RunAsync(run => run
            .Project<OrderView>(Lifecycle.Async, new ProjectionOptions { OnStale = OnStale.Rebuild }));
        #endregion
    }

    private static async Task LiveAsync(InMemoryEventStore store)
    {
        #region live
        var order = new StreamId("order", "o1");
        var now = await store.ProjectAsync<OrderView>(order);
        var atFirst = await store.ProjectAsync<OrderView>(order, AsOf.Version(0));
        Console.WriteLine($"open: first {atFirst.Single!.Open}, now {now.Single!.Open}");

        var products = await store.ProjectAsync<ProductUse>();
        Console.WriteLine($"orders with tea: {products.Find("tea")!.Document.Orders}");

        await store.ExecuteAsync<Order>("o2", order => order.Place("Bob", new OrderLine("tea", 5, 4.50m)));
        await products.ContinueAsync();
        Console.WriteLine($"and now: {products.Find("tea")!.Document.Orders}");
        #endregion

        #region live-snapshot
        var kept = await store.ProjectAsync<ProductUse>(options: new LiveOptions { SnapshotEvery = 1_000 });
        #endregion
        if (kept.Events != 2)
            throw new InvalidOperationException("The tour placed two orders.");
    }

    private static async Task InlineAsync(InMemoryEventStore store)
    {
        #region inline
        await using var running = await store.RunAsync(run => run.Project<CustomerTotals>(Lifecycle.Inline));

        await store.ExecuteAsync<Order>("o3", order => order.Place("Alice", new OrderLine("tea", 1, 4.50m)));

        var alice = await store.Documents<CustomerTotals>().LoadAsync("Alice");
        Console.WriteLine($"Alice ordered {alice.Value.Orders} times, for {alice.Value.Ordered}");
        #endregion
    }
}

#region progress
internal sealed class RebuildLine : IProgress<RebuildProgress>
{
    public void Report(RebuildProgress value)
    {
        if (value.IsFinished)
            Console.WriteLine($"{value.Projection}: {value.Done} of {value.Total} events");
    }
}
#endregion
