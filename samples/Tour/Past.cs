using Foldstream;
using Foldstream.Testing;

namespace Tour;

/// <summary>What was known, and what had happened, at a time.</summary>
internal static class Past
{
    public static async Task RunAsync()
    {
        var clock = new TestClock();
        await using var store = new InMemoryEventStore(new EventStoreOptions { Clock = clock });
        var today = TestClock.Start;

        #region record
        await store.ExecuteAsync<Order>("o1", order => order.Place("Alice", new OrderLine("tea", 2, 4.50m)));

        // Ten days later the bank tells that the money came on the second day.
        clock.Move(TimeSpan.FromDays(10));
        await store.ExecuteAsync<Order>("o1", order => order.Pay(9m), new CommandContext { OccurredAt = today.AddDays(2) });
        #endregion

        #region ask
        var reminder = today.AddDays(5);
        var known = await store.LoadAsync<Order>("o1", AsOf.Recorded(reminder));
        var happened = await store.LoadAsync<Order>("o1", AsOf.Occurred(reminder));
        var first = await store.LoadAsync<Order>("o1", AsOf.Version(0));
        Console.WriteLine($"on day 5 we knew of {known.Paid}, and {happened.Paid} had been paid; at first {first.Paid}");
        #endregion

        #region fold
        await store.DecideAsync<Wallet, Deposit>("alice", new Deposit(10m));
        clock.Move(TimeSpan.FromDays(1));
        await store.DecideAsync<Wallet, Withdraw>("alice", new Withdraw(4m));

        var yesterday = await store.FoldAsync<Wallet>("alice", AsOf.Recorded(clock.GetUtcNow().AddDays(-1)));
        Console.WriteLine($"{yesterday.State.Balance} yesterday");
        #endregion
    }
}
