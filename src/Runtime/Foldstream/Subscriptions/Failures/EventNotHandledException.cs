using System.Globalization;

namespace Foldstream;

/// <summary>A subscription stopped before an event that it could not handle, as its <see cref="FailurePolicy"/> says.</summary>
public sealed class EventNotHandledException : FoldstreamException
{
    internal EventNotHandledException(string subscription, in TakenEvent taken, int attempts, ErrorRate? exceeded, Exception error)
        : base(
            string.Create(CultureInfo.InvariantCulture, $"Subscription '{subscription}' stopped before event '{taken.Type}' at version {taken.Version} of stream {taken.Stream.Describe()}, which failed {attempts} times")
            + (exceeded is null
                ? ": correct the handler or the event, and run the subscription again."
                : string.Create(CultureInfo.InvariantCulture, $" and was number {exceeded.Events} of the events that failed within {exceeded.Within}: correct what they have in common, and run the subscription again.")),
            error)
    {
        Subscription = subscription;
        EventId = taken.Id;
        Stream = taken.Stream;
        Version = taken.Version;
        Position = taken.Position;
        Type = taken.Type;
        Attempts = attempts;
        ExceededRate = exceeded;
    }

    /// <summary>The name of the subscription.</summary>
    public string Subscription { get; }

    /// <summary>The event's id.</summary>
    public Guid EventId { get; }

    /// <summary>The event's stream.</summary>
    public StreamId Stream { get; }

    /// <summary>The event's version in its stream.</summary>
    public StreamVersion Version { get; }

    /// <summary>The event's position; the subscription stands before it.</summary>
    public GlobalPosition Position { get; }

    /// <summary>The event's stored name and schema version.</summary>
    public EventType Type { get; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; }

    /// <summary>The rate of errors that was reached; null where the policy stops at any event.</summary>
    public ErrorRate? ExceededRate { get; }
}
