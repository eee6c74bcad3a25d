using System.Text;

namespace Foldstream;

/// <summary>Writes filters and orders as SQL: for the authors of stores that query by SQL. One object a statement; a dialect gives the few expressions that differ.</summary>
/// <remarks>
/// Every value goes through <see cref="Parameter"/>. A leaf may be unknown in SQL where the field is null: that counts as false, and <c>!</c> is pushed down to the leaves, where it is
/// <c>(…) IS NOT TRUE</c>, so nothing is ever unknown in the result. Long rows of <c>AND</c> and <c>OR</c> are written as balanced trees, the deepest part first, for parsers with a small stack.
/// </remarks>
public abstract class FilterSql
{
    private const int LongestRow = 8;

    private readonly StringBuilder sql = new();

    /// <summary>The expression for a document's id, in an order by UTF-8 bytes.</summary>
    protected abstract string IdColumn { get; }

    /// <summary>The expression for a document's tenant, in an order by UTF-8 bytes.</summary>
    protected abstract string TenantColumn { get; }

    /// <summary>A condition for the documents that a filter matches; never null.</summary>
    public string Where(DocumentFilter? filter)
    {
        sql.Clear();
        if (filter is null)
            sql.Append(Always(true));
        else
            Write(filter, isNegated: false);
        return sql.ToString();
    }

    /// <summary>What comes after <c>ORDER BY</c>: the terms, then id and tenant.</summary>
    /// <param name="sort">The terms.</param>
    /// <param name="descendingIds">Whether ids, and after them tenants, sort from the highest.</param>
    public string OrderBy(IReadOnlyList<SortTerm> sort, bool descendingIds)
    {
        ArgumentNullException.ThrowIfNull(sort);
        var direction = descendingIds ? " DESC" : "";
        return string.Join(", ", [.. sort.Select(Order), IdColumn + direction, TenantColumn + direction]);
    }

    /// <summary>An expression for the text of a field in the query form, that sorts and compares by UTF-8 bytes; null where the field is null or not there.</summary>
    protected abstract string Field(FieldPath path);

    /// <summary>Takes a value as a parameter of the statement and gives the expression for it.</summary>
    protected abstract string Parameter(string value);

    /// <summary>Whether a text holds another one.</summary>
    protected abstract string Contains(string field, string parameter);

    /// <summary>Whether a text begins with another one.</summary>
    protected abstract string StartsWith(string field, string parameter);

    /// <summary>Whether a part of a text matches an expression.</summary>
    /// <param name="field">The text.</param>
    /// <param name="pattern">The expression as it was given: bring it into the store's form by <see cref="TextPattern"/>, and pass it as a parameter.</param>
    protected abstract string Matches(string field, string pattern);

    /// <summary>Whether the list at a path has an item with this text.</summary>
    protected abstract string Has(FieldPath path, string parameter);

    /// <summary>The expression of a custom operator.</summary>
    /// <exception cref="UnknownOperatorException">There is none of that name.</exception>
    protected abstract string Custom(CustomFilter filter);

    /// <summary>Whether the field at a path is null or not there; the default asks <see cref="Field"/>, which must then not be null for lists, maps and objects.</summary>
    protected virtual string IsNull(FieldPath path) => $"{Field(path)} IS NULL";

    /// <summary>Whether a text is one of some; at least one is given.</summary>
    protected virtual string In(string field, IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return $"{field} IN ({string.Join(", ", keys.Select(Parameter))})";
    }

    /// <summary>A condition that holds always or never.</summary>
    protected virtual string Always(bool holds) => holds ? "1 = 1" : "1 = 0";

    /// <summary>One term of an order.</summary>
    protected virtual string Order(SortTerm term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return $"{Field(term.Path)}{(term.Descending ? " DESC" : "")} NULLS {(term.NullsFirst ? "FIRST" : "LAST")}";
    }

    // A filter is at most DocumentFilter.MaxDepth deep, so recursion ends.
    private void Write(DocumentFilter filter, bool isNegated)
    {
        switch (filter)
        {
            case AllFilter all:
                WriteRow(all.Filters, isAll: !isNegated, isNegated);
                break;
            case AnyFilter any:
                WriteRow(any.Filters, isAll: isNegated, isNegated);
                break;
            case NotFilter not:
                Write(not.Filter, !isNegated);
                break;
            default:
                var leaf = Leaf(filter);
                sql.Append(isNegated ? $"({leaf}) IS NOT TRUE" : leaf);
                break;
        }
    }

    private void WriteRow(IReadOnlyList<DocumentFilter> filters, bool isAll, bool isNegated)
    {
        if (filters.Count == 0)
            sql.Append(Always(isAll));
        else
            WriteRow([.. filters.OrderByDescending(filter => filter.Depth)], 0, filters.Count, isAll ? " AND " : " OR ", isNegated);
    }

    private void WriteRow(DocumentFilter[] filters, int from, int count, string between, bool isNegated)
    {
        if (count > LongestRow)
        {
            var half = count / 2;
            sql.Append('(');
            WriteRow(filters, from, half, between, isNegated);
            sql.Append(between);
            WriteRow(filters, from + half, count - half, between, isNegated);
            sql.Append(')');
            return;
        }

        sql.Append('(');
        for (var at = from; at < from + count; at++)
        {
            if (at > from)
                sql.Append(between);
            Write(filters[at], isNegated);
        }

        sql.Append(')');
    }

    private string Leaf(DocumentFilter filter) => filter switch
    {
        FieldFilter field => FieldLeaf(field),
        IdFilter id => IdLeaf(id),
        CustomFilter custom => $"({Custom(custom)})",
        _ => throw new ArgumentException($"A filter of type {filter.GetType().Name} cannot be written as SQL.", nameof(filter)),
    };

    private string FieldLeaf(FieldFilter filter) => filter.Operator switch
    {
        FieldOperator.Equal => Compare(filter, "="),
        FieldOperator.Less => Compare(filter, "<"),
        FieldOperator.LessOrEqual => Compare(filter, "<="),
        FieldOperator.Greater => Compare(filter, ">"),
        FieldOperator.GreaterOrEqual => Compare(filter, ">="),
        FieldOperator.In => filter.Keys.Count == 0 ? Always(false) : In(Field(filter.Path), filter.Keys),
        FieldOperator.Contains => Contains(Field(filter.Path), Parameter(filter.Keys[0])),
        FieldOperator.StartsWith => StartsWith(Field(filter.Path), Parameter(filter.Keys[0])),
        FieldOperator.Matches => Matches(Field(filter.Path), filter.Keys[0]),
        FieldOperator.Has => Has(filter.Path, Parameter(filter.Keys[0])),
        FieldOperator.IsNull => IsNull(filter.Path),
        _ => throw new ArgumentException($"Operator {filter.Operator} cannot be written as SQL.", nameof(filter)),
    };

    private string Compare(FieldFilter filter, string comparison) => $"{Field(filter.Path)} {comparison} {Parameter(filter.Keys[0])}";

    private string IdLeaf(IdFilter filter)
    {
        var comparison = filter.Operator switch
        {
            FieldOperator.Less => "<",
            FieldOperator.Greater => ">",
            FieldOperator.Equal => "=",
            _ => throw new ArgumentException($"Ids cannot be compared by {filter.Operator}.", nameof(filter)),
        };
        return $"({IdColumn}, {TenantColumn}) {comparison} ({Parameter(filter.Key.Id)}, {Parameter(filter.Key.Tenant)})";
    }
}
