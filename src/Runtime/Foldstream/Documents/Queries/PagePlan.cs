using System.Text.Json;

namespace Foldstream;

/// <summary>What a page asks of a store, and how the rows become a page.</summary>
internal sealed class PagePlan
{
    private readonly ProjectionDefinition projection;
    private readonly IReadOnlyList<SortTerm> sort;
    private readonly Page page;
    private readonly string order;

    public PagePlan(ProjectionDefinition projection, string? tenant, DocumentFilter? filter, Sort? sort, Page page)
    {
        this.projection = projection;
        this.sort = sort?.Terms ?? [];
        this.page = page;
        if (filter is not null)
            QueryRules.Check(projection, filter);
        foreach (var term in this.sort)
            QueryRules.CheckSort(projection, term.Path);
        order = $"projection '{projection.Name}' sorted by {string.Join(", ", [.. this.sort.Select(Describe), "id"])}";
        IReadOnlyList<SortTerm> terms = page.IsBackward ? [.. this.sort.Select(term => term with { Descending = !term.Descending, NullsFirst = true })] : this.sort;
        Query = new DocumentQuery
        {
            Tenant = tenant,
            Filter = page.Cursor is { } cursor ? Both(filter, Keyset.Beyond(Own(cursor), terms, page.IsBackward)) : filter,
            Sort = terms,
            DescendingIds = page.IsBackward,
            Offset = page.Offset,
            // One more, to see whether there is one.
            Limit = page.Size + 1,
        };
    }

    public DocumentQuery Query { get; }

    public bool WantsTotal => page.HasTotal;

    /// <summary>The rows of the page in forward order, and the places before and after it.</summary>
    public (IReadOnlyList<StoredDocument> Items, DocumentCursor? Previous, DocumentCursor? Next) Cut(IReadOnlyList<StoredDocument> rows)
    {
        StoredDocument[] items = [.. rows.Take(page.Size)];
        if (page.IsBackward)
            Array.Reverse(items);
        if (items.Length == 0)
            return (items, null, null);
        var isMore = rows.Count > page.Size;
        var (isBefore, isAfter) = page.IsBackward ? (isMore, page.Cursor is not null) : (page.Cursor is not null || page.Offset > 0, isMore);
        return (items, isBefore ? CursorOf(items[0]) : null, isAfter ? CursorOf(items[^1]) : null);
    }

    private static string Describe(SortTerm term) => $"{term.Path}{(term.Descending ? " descending" : "")}";

    private static DocumentFilter Both(DocumentFilter? filter, DocumentFilter beyond) => filter switch
    {
        null => beyond,
        AllFilter all => new AllFilter([.. all.Filters, beyond]),
        _ => new AllFilter([filter, beyond]),
    };

    private DocumentCursor Own(DocumentCursor cursor) =>
        cursor.Order == order && cursor.Keys.Count == sort.Count ? cursor : throw new ForeignCursorException(cursor.Order, order);

    private DocumentCursor CursorOf(StoredDocument stored)
    {
        if (sort.Count == 0)
            return new DocumentCursor(order, [], stored.Key);
        using var form = JsonDocument.Parse(QueryForm.Of(projection.Fields, stored.Key, stored.Metadata, stored.Content.Span));
        return new DocumentCursor(order, [.. sort.Select(term => DocumentMatch.KeyAt(form.RootElement, term.Path))], stored.Key);
    }
}
