namespace Foldstream;

/// <summary>Something that went wrong while a subscription ran.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What kind of fault it was.</param>
/// <param name="Error">The error.</param>
/// <param name="EventId">The event; null where no single one is at fault.</param>
/// <param name="Position">The event's position; null where no single one is at fault.</param>
/// <param name="Attempt">Which attempt at the event it was, from 1; 0 where no single event is at fault.</param>
public sealed record SubscriptionError(
    DateTimeOffset At, SubscriptionErrorKind Kind, Exception Error, Guid? EventId = null, GlobalPosition? Position = null, int Attempt = 0);
