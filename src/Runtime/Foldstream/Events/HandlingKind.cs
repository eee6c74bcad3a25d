namespace Foldstream;

/// <summary>How a type handles events.</summary>
public enum HandlingKind
{
    /// <summary>It is marked with <see cref="AggregateAttribute"/>.</summary>
    Aggregate,

    /// <summary>It is marked with <see cref="DeciderAttribute"/>.</summary>
    Decider,

    /// <summary>It is marked with <see cref="ProjectionAttribute"/>.</summary>
    Projection,

    /// <summary>It is marked with <see cref="SubscriptionAttribute"/>.</summary>
    Subscription,

    /// <summary>It is marked with <see cref="ProjectorAttribute"/>.</summary>
    Projector,
}
