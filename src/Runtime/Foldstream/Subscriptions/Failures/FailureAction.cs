namespace Foldstream;

/// <summary>What a subscription does with an event that failed as often as it may.</summary>
public enum FailureAction
{
    /// <summary>Keeps it as a dead letter and goes on behind it, both in one transaction.</summary>
    DeadLetter,

    /// <summary>Stops before it, with <see cref="EventNotHandledException"/>.</summary>
    Stop,
}
