namespace Foldstream.TestKit;

/// <summary>Dead letters for tests.</summary>
internal static class Letters
{
    public static DeadLetter Of(string subscription, GlobalPosition position, DateTimeOffset time, Guid? eventId = null, int attempts = 1) => new()
    {
        Subscription = subscription,
        EventId = eventId ?? Guid.NewGuid(),
        Position = position,
        Stream = Sample.Stream("poisoned", tenant: "acme"),
        Version = 3,
        Type = new EventType("thing-happened", 2),
        ErrorType = "System.InvalidOperationException",
        ErrorMessage = "It \"failed\".\nTwice \u00e9 \U0001F600.",
        StackTrace = "at There()\n at Here()",
        Attempts = attempts,
        FirstFailedAt = time,
        LastFailedAt = time,
    };
}
