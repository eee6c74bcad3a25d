namespace Foldstream;

/// <summary>One thing that runs over a store: a subscription, or what merely has to be there while the run lasts.</summary>
internal sealed record RunPart
{
    /// <summary>The name of the subscription; unique in a run.</summary>
    public required string Name { get; init; }

    /// <summary>The subscriber, projector or projection, by which a running subscription is found.</summary>
    public Type? Type { get; init; }

    /// <summary>What is read for it.</summary>
    public SubscriptionInterest Interest { get; init; } = SubscriptionInterest.Everything;

    public StartFrom From { get; init; } = StartFrom.Checkpoint;

    public SubscriptionOptions Options { get; init; } = SubscriptionOptions.Default;

    /// <summary>Makes the work of a partition that is held; null where nothing runs behind the appends.</summary>
    public Func<Checkpoint, ISubscriptionWork>? CreateWork { get; init; }

    /// <summary>Why it cannot be sent to another position; null where it can.</summary>
    public string? RestartRefusal { get; init; }

    /// <summary>Runs before anything of this part starts; what it throws ends the start.</summary>
    public Func<CancellationToken, ValueTask>? BeforeStart { get; init; }

    /// <summary>Runs when the part has ended, also when its start failed after <see cref="BeforeStart"/>.</summary>
    public Func<ValueTask>? AfterStop { get; init; }
}
