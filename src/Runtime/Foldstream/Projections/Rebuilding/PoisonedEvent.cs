namespace Foldstream;

/// <summary>What a rebuild does with an event that it cannot handle.</summary>
public enum PoisonedEvent
{
    /// <summary>Ends with <see cref="ProjectionFailureException"/> and keeps what is built so far: a later call goes on before the event.</summary>
    Stop,

    /// <summary>Keeps it as a dead letter of the projection's subscription, once the new documents take their place, and goes on.</summary>
    DeadLetter,
}
