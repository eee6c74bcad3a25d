namespace Foldstream;

/// <summary>Reads the tables of an in-memory store.</summary>
internal static class InMemoryReading
{
    public static IReadOnlyList<StoredDocument> Load(InMemoryTables tables, DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys)
    {
        var documents = tables.Of(collection);
        return [.. keys.Distinct().Where(documents.ContainsKey).Select(key => documents[key].Stored)];
    }

    public static IReadOnlyList<DeadLetter> DeadLetters(InMemoryTables tables, string? subscription, int limit, GlobalPosition? after) =>
    [
        .. tables.DeadLetters.Values
            .Where(letter => (subscription is null || letter.Subscription == subscription) && (after is null || letter.Position > after))
            .OrderBy(letter => letter.Position.Value)
            .ThenBy(letter => letter.Subscription, StringComparer.Ordinal)
            .Take(limit),
    ];
}
