namespace Foldstream;

/// <summary>What must hold of a stream for an append to be stored; decided by the store, inside the append.</summary>
/// <remarks>
/// Combine with <c>&amp;</c> (all must hold) and <c>|</c> (one must). For a condition of your own derive a record
/// whose <see cref="IsMetBy"/> is a pure function of the stream's head: it may run more than once.
/// </remarks>
public abstract record WriteCondition
{
    /// <summary>Whether the condition holds; pure, fast, and called inside the append.</summary>
    public abstract bool IsMetBy(StreamHead head);

    /// <summary>What the condition asks, as the error says it: «the stream is at version 3».</summary>
    public abstract string Description { get; }

    /// <summary>Holds when both do. Conditions of one kind are flattened and repetitions collapse.</summary>
    public static WriteCondition operator &(WriteCondition left, WriteCondition right) => AllOf.Combine(left, right);

    /// <summary>Holds when one of the two does. Conditions of one kind are flattened and repetitions collapse.</summary>
    public static WriteCondition operator |(WriteCondition left, WriteCondition right) => AnyOf.Combine(left, right);

    /// <summary>Throws the error of this condition when the head does not meet it: for the authors of stores.</summary>
    /// <exception cref="WrongExpectedVersionException">The condition is an <see cref="ExpectedVersion"/>.</exception>
    /// <exception cref="WriteConditionException">It is any other.</exception>
    public void Check(StreamHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (!IsMetBy(head))
            throw Failure(head);
    }

    internal virtual WriteConditionException Failure(StreamHead head) => new(this, head);

    /// <inheritdoc/>
    public sealed override string ToString() => Description;
}
