namespace Foldstream;

/// <summary>Which documents are meant. Combine with <c>&amp;</c>, <c>|</c> and <c>!</c>.</summary>
/// <remarks>Every filter is true or false of a document, never unknown, so <c>!</c> matches exactly the others.</remarks>
public abstract record DocumentFilter
{
    /// <summary>How deep <c>&amp;</c>, <c>|</c> and <c>!</c> may be nested: 50. Filters side by side under one of them are not limited.</summary>
    public const int MaxDepth = 50;

    // What paging puts around the user's filter.
    private const int DepthOfPaging = 4;

    private protected DocumentFilter()
    {
    }

    /// <summary>How many filters are nested, this one included.</summary>
    internal virtual int Depth => 1;

    /// <summary>Matches what both match.</summary>
    /// <exception cref="ArgumentException">The filter is nested deeper than <see cref="MaxDepth"/>.</exception>
    public static DocumentFilter operator &(DocumentFilter left, DocumentFilter right) => Checked(new AllFilter([.. Parts<AllFilter>(left), .. Parts<AllFilter>(right)]));

    /// <summary>Matches what one of both matches.</summary>
    /// <exception cref="ArgumentException">The filter is nested deeper than <see cref="MaxDepth"/>.</exception>
    public static DocumentFilter operator |(DocumentFilter left, DocumentFilter right) => Checked(new AnyFilter([.. Parts<AnyFilter>(left), .. Parts<AnyFilter>(right)]));

    /// <summary>Matches what the filter does not.</summary>
    /// <exception cref="ArgumentException">The filter is nested deeper than <see cref="MaxDepth"/>.</exception>
    public static DocumentFilter operator !(DocumentFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter is NotFilter negated ? negated.Filter : Checked(new NotFilter(filter));
    }

    /// <summary>The depth of a filter around others: it is known when it is made, so that no walk can run out of stack.</summary>
    private protected static int DepthOver(IReadOnlyList<DocumentFilter> filters) => Limited(1 + filters.Select(filter => filter.Depth).DefaultIfEmpty().Max(), MaxDepth + DepthOfPaging);

    private static DocumentFilter Checked(DocumentFilter filter)
    {
        Limited(filter.Depth, MaxDepth);
        return filter;
    }

    private static int Limited(int depth, int limit) => depth <= limit
        ? depth
        : throw new ArgumentException($"A filter is nested {depth} deep; {MaxDepth} is the limit. Put filters side by side: a & b & c, field.In(…).");

    private static IReadOnlyList<DocumentFilter> Parts<TCombined>(DocumentFilter filter)
        where TCombined : DocumentFilter, ICombinedFilter
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter is TCombined combined ? combined.Filters : [filter];
    }
}

/// <summary>Several filters in one.</summary>
internal interface ICombinedFilter
{
    IReadOnlyList<DocumentFilter> Filters { get; }
}
