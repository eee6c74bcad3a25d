namespace Foldstream;

/// <summary>Paging from a document on, as a filter like any other.</summary>
internal static class Keyset
{
    /// <summary>Matches what comes after a cursor in an order: what differs first at one of the terms and comes later there, or at the id.</summary>
    public static DocumentFilter Beyond(DocumentCursor cursor, IReadOnlyList<SortTerm> terms, bool descendingIds)
    {
        var ways = new List<DocumentFilter>();
        for (var at = 0; at < terms.Count; at++)
        {
            if (Beyond(terms[at], cursor.Keys[at]) is { } beyond)
                ways.Add(All([.. Same(cursor, terms, at), beyond]));
        }

        ways.Add(All([.. Same(cursor, terms, terms.Count), new IdFilter(descendingIds ? FieldOperator.Less : FieldOperator.Greater, cursor.Key)]));
        return ways.Count == 1 ? ways[0] : new AnyFilter(ways);
    }

    private static IEnumerable<DocumentFilter> Same(DocumentCursor cursor, IReadOnlyList<SortTerm> terms, int count) =>
        terms.Take(count).Zip(cursor.Keys, (term, key) => key is null
            ? new FieldFilter(term.Path, FieldOperator.IsNull, [])
            : new FieldFilter(term.Path, FieldOperator.Equal, [key]));

    private static DocumentFilter? Beyond(SortTerm term, string? key)
    {
        var isNull = new FieldFilter(term.Path, FieldOperator.IsNull, []);
        if (key is null)
            return term.NullsFirst ? new NotFilter(isNull) : null;
        var later = new FieldFilter(term.Path, term.Descending ? FieldOperator.Less : FieldOperator.Greater, [key]);
        return term.NullsFirst ? later : new AnyFilter([later, isNull]);
    }

    private static DocumentFilter All(IReadOnlyList<DocumentFilter> filters) => filters.Count == 1 ? filters[0] : new AllFilter(filters);
}
