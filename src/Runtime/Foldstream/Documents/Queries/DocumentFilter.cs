namespace Foldstream;

/// <summary>Which documents are meant. Combine with <c>&amp;</c>, <c>|</c> and <c>!</c>.</summary>
/// <remarks>Every filter is true or false of a document, never unknown, so <c>!</c> matches exactly the others.</remarks>
public abstract record DocumentFilter
{
    private protected DocumentFilter()
    {
    }

    /// <summary>Matches what both match.</summary>
    public static DocumentFilter operator &(DocumentFilter left, DocumentFilter right) => new AllFilter([.. Parts<AllFilter>(left), .. Parts<AllFilter>(right)]);

    /// <summary>Matches what one of both matches.</summary>
    public static DocumentFilter operator |(DocumentFilter left, DocumentFilter right) => new AnyFilter([.. Parts<AnyFilter>(left), .. Parts<AnyFilter>(right)]);

    /// <summary>Matches what the filter does not.</summary>
    public static DocumentFilter operator !(DocumentFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter is NotFilter negated ? negated.Filter : new NotFilter(filter);
    }

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
