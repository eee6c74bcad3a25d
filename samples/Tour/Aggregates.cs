using Foldstream;

namespace Tour;

internal static class Aggregates
{
    public static async Task RunAsync(IEventStore store)
    {
        #region execute
        await store.ExecuteAsync<Order>("o1", order => order.Place("Alice", new OrderLine("tea", 2, 4.50m)));

        var paid = await store.ExecuteAsync<Order, decimal>("o1", order => order.Pay(5m));
        Console.WriteLine($"{paid.Value} is open after {paid.Version} events");
        #endregion

        #region load
        var order = await store.LoadAsync<Order>("o1");
        var missing = await store.FindAsync<Order>("o2");
        Console.WriteLine($"paid {order.Paid} in {order.Version} events; o2 exists: {missing is not null}");
        #endregion

        #region save
        var next = Aggregate.New<Order>(new StreamKey("o1", Tenant: "acme"));
        next.Place("Bob", new OrderLine("coffee", 1, 7m));
        await store.SaveAsync(next);
        #endregion
    }
}
