namespace Foldstream;

/// <summary>Reads the tables of an in-memory store.</summary>
internal static class InMemoryReading
{
    public static IReadOnlyList<StoredDocument> Load(InMemoryTables tables, DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys)
    {
        var documents = tables.Of(collection);
        return [.. keys.Distinct().Where(documents.ContainsKey).Select(key => documents[key].Stored)];
    }

    public static IReadOnlyList<StoredDocument> Query(
        InMemoryTables tables, DocumentCollection collection, DocumentQuery query, Func<string, MemoryQueryOperator> operators)
    {
        var order = new DocumentOrder(query.Sort, query.DescendingIds);
        var matching = Matching(tables, collection, query.Tenant, query.Filter, operators)
            .Where(document => query.Source is null || document.Stored.Metadata.Source == query.Source)
            .OrderBy(document => (document.Stored.Key, document.QueryForm), order)
            .Skip((int)Math.Min(query.Offset, int.MaxValue));
        return [.. (query.Limit is { } limit ? matching.Take(limit) : matching).Select(document => document.Stored)];
    }

    public static long Count(
        InMemoryTables tables, DocumentCollection collection, string? tenant, DocumentFilter? filter, Func<string, MemoryQueryOperator> operators) =>
        Matching(tables, collection, tenant, filter, operators).LongCount();

    private static IEnumerable<InMemoryDocument> Matching(
        InMemoryTables tables, DocumentCollection collection, string? tenant, DocumentFilter? filter, Func<string, MemoryQueryOperator> operators)
    {
        var match = new DocumentMatch(filter, operators);
        return tables.Of(collection).Values.Where(document =>
            (tenant is null || document.Stored.Key.Tenant == tenant) && match.IsMatch(document.Stored.Key, document.QueryForm));
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
