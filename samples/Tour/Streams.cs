using Foldstream;

namespace Tour;

internal static class Streams
{
    public static async Task RunAsync(InMemoryEventStore store)
    {
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
