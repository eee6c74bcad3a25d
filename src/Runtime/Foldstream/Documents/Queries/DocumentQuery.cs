namespace Foldstream;

/// <summary>What a store is asked for: for the authors of stores; users ask through <see cref="Documents{T}"/>.</summary>
public sealed record DocumentQuery
{
    /// <summary>Whose documents; null for those of every tenant.</summary>
    public string? Tenant { get; init; } = "";

    /// <summary>The stream that the documents follow from; null for any.</summary>
    public StreamId? Source { get; init; }

    /// <summary>Which documents; null for all.</summary>
    public DocumentFilter? Filter { get; init; }

    /// <summary>By what they are sorted, before their ids and tenants, which always come last. Keys sort by their UTF-8 bytes.</summary>
    public IReadOnlyList<SortTerm> Sort { get; init; } = [];

    /// <summary>Whether ids, and after them tenants, sort from the highest.</summary>
    public bool DescendingIds { get; init; }

    /// <summary>How many documents to leave out at the beginning.</summary>
    public long Offset { get; init; }

    /// <summary>How many documents to give at the most; null for no limit.</summary>
    public int? Limit { get; init; }
}
