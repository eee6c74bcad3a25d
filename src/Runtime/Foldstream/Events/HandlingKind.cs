namespace Foldstream;

/// <summary>How a type handles events.</summary>
public enum HandlingKind
{
    /// <summary>It is marked with <see cref="AggregateAttribute"/>.</summary>
    Aggregate,

    /// <summary>It is marked with <see cref="DeciderAttribute"/>.</summary>
    Decider,
}
