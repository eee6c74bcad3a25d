using Foldstream;

namespace Tour;

/// <summary>Commands: what they stamp on their events, and what happens to those that come twice.</summary>
internal static class Commands
{
    public static async Task RunAsync()
    {
        await using var store = new InMemoryEventStore();

        #region context
        var placed = await store.ExecuteAsync<Order>(
            "o1",
            order => order.Place("Alice", new OrderLine("tea", 2, 4.50m)),
            new CommandContext
            {
                Actor = "alice",
                CorrelationId = "checkout-17",
                CausationId = "button-pressed",
                OccurredAt = new DateTimeOffset(2025, 3, 1, 9, 30, 0, TimeSpan.Zero),
                Headers = new Dictionary<string, string> { ["shop"] = "north" },
            });

        var stored = await store.LatestAsync(placed.Stream);
        Console.WriteLine($"{stored!.Type} by {stored.Metadata.Actor} in {stored.Metadata.Headers["shop"]}, {stored.OccurredAt:yyyy-MM-dd}");
        #endregion

        #region repeat
        var payment = new CommandContext { IdempotencyKey = "payment-17" };
        var first = await store.ExecuteAsync<Order, decimal>("o1", order => order.Pay(5m), payment);
        var again = await store.ExecuteAsync<Order, decimal>("o1", order => order.Pay(5m), payment);
        Console.WriteLine($"{first.Value} is open; already stored: {again.AlreadyStored}, at version {again.Version} as before: {first.Version}");
        #endregion

        #region attempts
        await using var patient = new InMemoryEventStore(new EventStoreOptions { CommandAttempts = 20 });
        #endregion

        await patient.DecideAsync<Wallet, Deposit>("alice", new Deposit(10m));
    }
}
