namespace Foldstream;

/// <summary>What all partitions of one running subscription share.</summary>
internal sealed class SubscriptionContext
{
    public SubscriptionContext(ISubscriptionStore store, RunPart part, RunOptions run)
    {
        Store = store;
        Part = part;
        Run = run;
        Journal = new SubscriptionJournal(part.Name, store.Options.Clock);
        Patience = new StorePatience(this);
    }

    public ISubscriptionStore Store { get; }

    public RunPart Part { get; }

    public RunOptions Run { get; }

    public string Name => Part.Name;

    public SubscriptionOptions Options => Part.Options;

    public TimeProvider Clock => Store.Options.Clock;

    public SubscriptionJournal Journal { get; }

    public StorePatience Patience { get; }

    public PauseGate Pause { get; } = new();

    /// <summary>Fires when a partition has moved, and when one has begun or ended.</summary>
    public Pulse Moved { get; } = new();
}
