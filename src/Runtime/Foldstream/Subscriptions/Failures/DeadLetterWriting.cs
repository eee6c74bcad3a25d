namespace Foldstream;

/// <summary>Makes dead letters of what went wrong.</summary>
internal static class DeadLetterWriting
{
    // An exception of the user's may carry anything; a row of the store need not.
    private const int LongestText = 8000;

    public static DeadLetter Of(
        string subscription, in TakenEvent taken, Exception error, int attempts, DateTimeOffset firstFailedAt, DateTimeOffset lastFailedAt) => new()
    {
        Subscription = subscription,
        EventId = taken.Id,
        Position = taken.Position,
        Stream = taken.Stream,
        Version = taken.Version,
        Type = taken.Type,
        ErrorType = error.GetType().FullName ?? error.GetType().Name,
        ErrorMessage = Shorten(error.Message) ?? "",
        StackTrace = Shorten(error.StackTrace),
        Attempts = attempts,
        FirstFailedAt = StoredTime.Normalize(firstFailedAt),
        LastFailedAt = StoredTime.Normalize(lastFailedAt),
    };

    /// <summary>One more attempt at a dead letter; the store adds it to those before.</summary>
    public static DeadLetter Again(DeadLetter letter, Exception error, DateTimeOffset now) => letter with
    {
        ErrorType = error.GetType().FullName ?? error.GetType().Name,
        ErrorMessage = Shorten(error.Message) ?? "",
        StackTrace = Shorten(error.StackTrace),
        Attempts = 1,
        LastFailedAt = StoredTime.Normalize(now),
    };

    private static string? Shorten(string? text)
    {
        // A null character and half a surrogate pair are not storable everywhere.
        var clean = text?.Replace('\0', '\uFFFD');
        if (clean is null || clean.Length <= LongestText)
            return clean;
        return clean[..(char.IsHighSurrogate(clean[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }
}
