using Foldstream;
using Foldstream.Testing;

namespace Tour;

/// <summary>What tests of the tour's own types would say, in whatever framework.</summary>
internal static class Testing
{
    public static async Task RunAsync()
    {
        #region aggregate
        Scenario.For<Order>()
            .Given(new OrderPlaced("Alice", [new OrderLine("tea", 2, 4.50m)]))
            .When(order => order.Pay(5m))
            .ThenReturns(4m)
            .Then(new OrderPaid(5m));
        #endregion

        #region refused
        Scenario.For<Order>()
            .Given(new OrderPlaced("Alice", [new OrderLine("tea", 2, 4.50m)]))
            .When(order => order.Pay(10m))
            .ThenThrows<InvalidOperationException>(refused => refused.Message.Contains("Only 9"));
        #endregion

        #region decider
        Scenario.ForDecider<Wallet>()
            .Given(new MoneyDeposited(10m))
            .When(new Withdraw(4m))
            .Then(new MoneyWithdrawn(4m))
            .ThenState(wallet => wallet.Balance == 6m);
        #endregion

        #region projection
        Scenario.ForProjection<OrderView>(TourEvents.Model)
            .Given("o1", new OrderPlaced("Alice", [new OrderLine("tea", 2, 4.50m)]), new OrderPaid(5m))
            .ThenDocument("o1", order => order.Open == 4m)
            .ThenNothing("o2");

        Scenario.ForProjection<CustomerTotals>(TourEvents.Model)
            .Given(new StreamId("order", "o1"), new OrderPlaced("Alice", [new OrderLine("tea", 2, 4.50m)]))
            .Given(new StreamId("order", "o2"), new OrderPlaced("Alice", [new OrderLine("cup", 1, 7m)]))
            .ThenJson("Alice", """{ "orders": 2, "ordered": 16 }""");
        #endregion

        #region recorded
        var events = Recorded.Stream("wallet", "alice", TourEvents.Model)
            .Add(new MoneyDeposited(10m), new MoneyWithdrawn(4m))
            .Stream("wallet", "bob")
            .At(TestClock.Start.AddDays(1))
            .AddStamped(new MoneyDeposited(1m), new EventStamp(Metadata: new EventMetadata { Actor = "bob" }));
        #endregion

        #region clock
        var clock = new TestClock();
        await using var store = new InMemoryEventStore(new EventStoreOptions { Clock = clock, NewEventId = new TestIds().Next });

        var first = await store.DecideAsync<Wallet, Deposit>("alice", new Deposit(10m));
        clock.Move(TimeSpan.FromHours(1));
        var second = await store.DecideAsync<Wallet, Deposit>("alice", new Deposit(1m));
        #endregion

        if (events.Count != 3 || second.Stored!.RecordedAt - first.Stored!.RecordedAt != TimeSpan.FromHours(1))
            throw new InvalidOperationException("The clock of the tour does not stand where it should.");
    }
}
