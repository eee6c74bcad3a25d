using Foldstream;

namespace Tour;

internal static class Aggregates
{
    public static async Task RunAsync(IEventStore store)
    {
        #region execute
        await store.ExecuteAsync<Order>("o1", order => order.Place("Alice", new OrderLine("tea", 2, 4.50m)));

        var result = await store.ExecuteAsync<Order, decimal>("o1", order => order.Pay(5m), new CommandContext
        {
            Actor = "alice",
            CorrelationId = "checkout-17",
            IdempotencyKey = "payment-17",
        });
        Console.WriteLine($"{result.Value} is open after {result.Version} events");
        #endregion

        #region repeat
        var again = await store.ExecuteAsync<Order, decimal>(
            "o1", order => order.Pay(5m), new CommandContext { IdempotencyKey = "payment-17" });
        Console.WriteLine($"already stored: {again.AlreadyStored}");
        #endregion

        #region load
        var order = await store.LoadAsync<Order>("o1");
        var first = await store.LoadAsync<Order>("o1", AsOf.Version(0));
        var missing = await store.FindAsync<Order>("o2");
        Console.WriteLine($"paid {order.Paid}, at first {first.Paid}; o2 exists: {missing is not null}");
        #endregion

        #region save
        var next = Aggregate.New<Order>(new StreamKey("o1", Tenant: "acme"));
        next.Place("Bob", new OrderLine("coffee", 1, 7m));
        await store.SaveAsync(next);
        #endregion
    }
}
