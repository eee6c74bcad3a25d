namespace Foldstream.TestKit;

/// <summary>An aggregate for the contracts, written by hand as the generator would write it.</summary>
public sealed class Tally : IAggregate<Tally>
{
    public static readonly EventDefinition<TallyOpened> Opened =
        new("tally-opened", 1, new AmountConverter<TallyOpened>(amount => new(amount), opened => opened.Amount));

    public static readonly EventDefinition<TallyRaised> Raised =
        new("tally-raised", 1, new AmountConverter<TallyRaised>(amount => new(amount), raised => raised.Amount));

    public static string Category => "tally";

    public static IReadOnlyList<EventDefinition> EventSet { get; } = [Opened, Raised];

    public static string FoldFingerprint => "tally 1";

    public AggregateHistory History { get; } = new();

    public bool IsOpen { get; private set; }

    public long Total { get; private set; }

    public static Tally Create() => new();

    public static void Apply(Tally aggregate, in StoredEvent stored)
    {
        switch (stored.Type.Name)
        {
            case "tally-opened":
                aggregate.Apply(Opened.Read(stored));
                break;
            case "tally-raised":
                aggregate.Apply(Raised.Read(stored));
                break;
            default:
                throw UnknownEventException.For(stored, nameof(Tally));
        }
    }

    public void Open(long amount = 0)
    {
        if (IsOpen)
            throw new InvalidOperationException("The tally is open already.");
        var opened = new TallyOpened(amount);
        Apply(opened);
        History.Raise(Opened, opened);
    }

    public void Raise(long amount)
    {
        var raised = new TallyRaised(amount);
        Apply(raised);
        History.Raise(Raised, raised);
    }

    private void Apply(TallyOpened opened)
    {
        IsOpen = true;
        Total = opened.Amount;
    }

    private void Apply(TallyRaised raised) => Total += raised.Amount;
}
