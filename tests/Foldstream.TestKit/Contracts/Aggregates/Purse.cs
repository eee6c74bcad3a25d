namespace Foldstream.TestKit;

/// <summary>A decider for the contracts, written by hand as the generator would write it.</summary>
public sealed record Purse(long Balance) : IDecides<Purse, PutIn>, IDecides<Purse, TakeOut>
{
    private static readonly EventDefinition<MoneyPutIn> In =
        new("money-put-in", 1, new AmountConverter<MoneyPutIn>(amount => new(amount), put => put.Amount));

    private static readonly EventDefinition<MoneyTakenOut> Out =
        new("money-taken-out", 1, new AmountConverter<MoneyTakenOut>(amount => new(amount), taken => taken.Amount));

    public static string Category => "purse";

    public static IReadOnlyList<EventDefinition> EventSet { get; } = [In, Out];

    public static string FoldFingerprint => "purse 1";

    public static Purse Initial { get; } = new(0);

    public static Purse Evolve(Purse state, in StoredEvent stored) => stored.Type.Name switch
    {
        "money-put-in" => new Purse(state.Balance + In.Read(stored).Amount),
        "money-taken-out" => new Purse(state.Balance - Out.Read(stored).Amount),
        _ => throw UnknownEventException.For(stored, nameof(Purse)),
    };

    /// <summary>Puts each coin in on its own; no coin is no event.</summary>
    public static PendingEvents Decide(PutIn command, Purse state)
    {
        var events = new PendingEvents();
        foreach (var coin in command.Coins)
            events.Add(In, new MoneyPutIn(coin));
        return events;
    }

    public static PendingEvents Decide(TakeOut command, Purse state)
    {
        if (command.Amount > state.Balance)
            throw new InvalidOperationException("The purse does not hold so much.");
        var events = new PendingEvents();
        events.Add(Out, new MoneyTakenOut(command.Amount));
        return events;
    }
}
