using System.Text.Json;

namespace Foldstream;

/// <summary>The order that a query asks for, over query forms: for the authors of stores that sort in memory.</summary>
public sealed class DocumentOrder : IComparer<(DocumentKey Key, JsonElement QueryForm)>
{
    private readonly IReadOnlyList<SortTerm> terms;
    private readonly int idSign;

    /// <summary>Creates the order.</summary>
    /// <param name="terms">The fields, the most important first.</param>
    /// <param name="descendingIds">Whether ids, and after them tenants, sort from the highest.</param>
    public DocumentOrder(IReadOnlyList<SortTerm> terms, bool descendingIds)
    {
        ArgumentNullException.ThrowIfNull(terms);
        this.terms = terms;
        idSign = descendingIds ? -1 : 1;
    }

    /// <summary>Compares two documents by their fields, then by id and tenant.</summary>
    public int Compare((DocumentKey Key, JsonElement QueryForm) x, (DocumentKey Key, JsonElement QueryForm) y)
    {
        foreach (var term in terms)
        {
            var order = Compare(term, DocumentMatch.KeyAt(x.QueryForm, term.Path), DocumentMatch.KeyAt(y.QueryForm, term.Path));
            if (order != 0)
                return order;
        }

        return idSign * CompareKeys(x.Key, y.Key);
    }

    /// <summary>By id, then by tenant, by UTF-8 bytes: the order of <see cref="IdFilter"/>.</summary>
    internal static int CompareKeys(DocumentKey left, DocumentKey right)
    {
        var byId = SortableKey.Comparer.Compare(left.Id, right.Id);
        return byId != 0 ? byId : SortableKey.Comparer.Compare(left.Tenant, right.Tenant);
    }

    private static int Compare(SortTerm term, string? left, string? right)
    {
        if (left is null || right is null)
            return ((left is null ? 1 : 0) - (right is null ? 1 : 0)) * (term.NullsFirst ? -1 : 1);
        return SortableKey.Comparer.Compare(left, right) * (term.Descending ? -1 : 1);
    }
}
