namespace Foldstream;

/// <summary>An event that a subscription could not handle, kept once for each subscription and event.</summary>
public sealed record DeadLetter
{
    /// <summary>The name of the subscription.</summary>
    public required string Subscription { get; init; }

    /// <summary>The id of the event.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The event's position.</summary>
    public required GlobalPosition Position { get; init; }

    /// <summary>The event's stream.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>The event's version in its stream.</summary>
    public required StreamVersion Version { get; init; }

    /// <summary>The event's stored name and schema version.</summary>
    public required EventType Type { get; init; }

    /// <summary>The type of the last error.</summary>
    public required string ErrorType { get; init; }

    /// <summary>The message of the last error.</summary>
    public required string ErrorMessage { get; init; }

    /// <summary>Where the last error was thrown; null where that is unknown.</summary>
    public string? StackTrace { get; init; }

    /// <summary>How often the event was tried, retries of the dead letter included.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it failed first.</summary>
    public required DateTimeOffset FirstFailedAt { get; init; }

    /// <summary>When it failed last.</summary>
    public required DateTimeOffset LastFailedAt { get; init; }
}
