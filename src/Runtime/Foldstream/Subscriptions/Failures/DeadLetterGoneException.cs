namespace Foldstream;

/// <summary>A step was to settle a dead letter that is there no more: its event was handled, or the letter discarded, in the meantime. Nothing of the step was kept.</summary>
public sealed class DeadLetterGoneException : FoldstreamException
{
    /// <summary>Creates the error: for the authors of stores.</summary>
    /// <param name="subscription">The name of the subscription.</param>
    /// <param name="eventId">The id of the event.</param>
    public DeadLetterGoneException(string subscription, Guid eventId)
        : base($"Subscription '{subscription}' has no dead letter of event {eventId} any more: it was settled or discarded in the meantime, so its event is not handled again.")
    {
        Subscription = subscription;
        EventId = eventId;
    }

    /// <summary>The name of the subscription.</summary>
    public string Subscription { get; }

    /// <summary>The id of the event.</summary>
    public Guid EventId { get; }
}
