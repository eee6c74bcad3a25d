namespace Foldstream;

/// <summary>Recognises an append that was stored before, by its event ids: for the authors of stores.</summary>
/// <remarks>
/// Call it inside the append's transaction, at the latest when a condition or a uniqueness fails: a repeated append must be
/// recognised although the stream has moved on.
/// </remarks>
public static class RepeatedAppend
{
    /// <summary>The results of the earlier appends, or null where none of the ids is stored.</summary>
    /// <param name="appends">The appends that belong together; all of them were stored before, or none.</param>
    /// <param name="find">Looks a stored event up by its id; null where it is not stored.</param>
    /// <exception cref="DuplicateEventException">Some ids are stored, but not by the same appends.</exception>
    public static IReadOnlyList<AppendResult>? Find(IReadOnlyList<StreamAppend> appends, Func<Guid, RecordedEvent?> find)
    {
        ArgumentNullException.ThrowIfNull(appends);
        ArgumentNullException.ThrowIfNull(find);
        AppendResult?[] results = [.. appends.Select(append => FindOne(append, find))];
        var fresh = Array.IndexOf(results, null);
        if (fresh < 0)
            return results!;
        var repeated = Array.FindIndex(results, result => result is not null);
        return repeated < 0
            ? null
            : throw new DuplicateEventException(
                appends[repeated].Stream,
                appends[repeated].Events[0].Id!.Value,
                $"is stored already, but the events for stream {appends[fresh].Stream.Describe()} of the same append are not");
    }

    private static AppendResult? FindOne(StreamAppend append, Func<Guid, RecordedEvent?> find)
    {
        RecordedEvent?[] stored = [.. append.Events.Select(item => item.Id is { } id ? find(id) : null)];
        if (Array.TrueForAll(stored, item => item is null))
            return null;
        for (var index = 0; index < stored.Length; index++)
            CheckSame(append, index, stored);
        return new AppendResult(
            append.Stream, stored[0]!.Version, stored[^1]!.Version, stored[^1]!.Position, stored[^1]!.RecordedAt, AlreadyStored: true);
    }

    private static void CheckSame(StreamAppend append, int index, RecordedEvent?[] stored)
    {
        var difference = stored[index] is { } earlier
            ? Difference(append.Stream, append.Events[index], earlier, stored[0], index)
            : "is new, but other events of the same append are stored already";
        if (difference is not null)
            throw new DuplicateEventException(append.Stream, append.Events[index].Id ?? Guid.Empty, difference);
    }

    private static string? Difference(StreamId stream, EventData given, RecordedEvent earlier, RecordedEvent? first, int index)
    {
        if (earlier.Stream != stream)
            return $"is stored already in stream {earlier.Stream.Describe()}";
        if (first is null || earlier.Version != first.Version + index)
            return $"is stored already at version {earlier.Version}, in another order or with other events in between";
        return earlier.Type != given.Type || !earlier.Data.Span.SequenceEqual(given.Data.Span)
            ? $"is stored already at version {earlier.Version} with another content"
            : null;
    }
}
