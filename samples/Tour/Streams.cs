using Foldstream;

namespace Tour;

internal static class Streams
{
    public static async Task RunAsync(InMemoryEventStore store)
    {
        #region raw
        var alice = new StreamId("wallet", "alice");
        var head = await store.HeadAsync(alice);
        var withdrawn = new EventData(new EventType("money-withdrawn"), """{"amount":1}"""u8.ToArray(), new EventStamp(Id: Guid.NewGuid()));
        var appended = await store.AppendAsync(alice, ExpectedVersion.Exactly(head.Version), [withdrawn]);
        var repeated = await store.AppendAsync(alice, ExpectedVersion.Exactly(head.Version), [withdrawn]);
        Console.WriteLine($"{appended.Stream} is at version {appended.LastVersion}; repeated: {repeated.AlreadyStored}");
        #endregion

        #region typed
        var typed = store.With(TourEvents.Model);
        var bob = new StreamId("wallet", "bob");
        await typed.AppendAsync(bob, ExpectedVersion.NoStream, [new MoneyDeposited(20m), new MoneyWithdrawn(5m)]);

        await foreach (var (@event, recorded) in typed.ReadAsync(bob, new StreamRange { Direction = ReadDirection.Backwards }))
            Console.WriteLine($"{recorded.Version} {recorded.Type}: {@event}");
        #endregion

        #region conditions
        try
        {
            await typed.AppendAsync(bob, ExpectedVersion.Exactly(1) & new NotEndingWith("money-withdrawn"), [new MoneyWithdrawn(5m)]);
        }
        catch (WriteConditionException refused)
        {
            Console.WriteLine($"{refused.Stream} is at {refused.Head.Version}: {refused.Condition}");
        }
        #endregion

        #region several
        var carol = new StreamId("wallet", "carol");
        await store.AppendAsync(
        [
            new StreamAppend(bob, ExpectedVersion.Exists, [TourEvents.Model.Encode(new MoneyWithdrawn(1m))]),
            new StreamAppend(carol, ExpectedVersion.NoStream, [TourEvents.Model.Encode(new MoneyDeposited(1m))]),
        ]);
        #endregion

        #region close
        await store.CloseAsync(carol, ExpectedVersion.Exists, TourEvents.Model.Encode(new MoneyWithdrawn(1m)));
        try
        {
            await store.DecideAsync<Wallet, Deposit>("carol", new Deposit(1m));
        }
        catch (StreamClosedException closed)
        {
            Console.WriteLine($"{closed.Stream} ended at version {closed.Version}");
        }
        #endregion

        #region log
        var wallets = new LogRange { EventNames = ["money-deposited"] };
        await foreach (var recorded in store.ReadCategoryAsync("wallet", wallets))
            Console.WriteLine($"{recorded.Stream} {recorded.Type}");
        #endregion
    }
}

#region condition
internal sealed record NotEndingWith(string EventName) : WriteCondition
{
    public override string Description => $"the last event is not '{EventName}'";

    public override bool IsMetBy(StreamHead head) => head.Last?.Type.Name != EventName;
}
#endregion
