namespace Foldstream;

/// <summary>An order of documents: by fields, null last in both directions, and where all are equal by id and tenant, ascending.</summary>
public sealed record Sort
{
    private const int MostTerms = 16;

    internal Sort(IReadOnlyList<SortTerm> terms)
    {
        if (terms.Count > MostTerms)
            throw new ArgumentException($"A sort has {terms.Count} fields; {MostTerms} are the limit.", nameof(terms));
        Terms = terms;
    }

    /// <summary>The fields, the most important first.</summary>
    public IReadOnlyList<SortTerm> Terms { get; }

    /// <summary>Where the fields so far are equal, by another order.</summary>
    /// <exception cref="ArgumentException">The order has more than 16 fields.</exception>
    public Sort Then(Sort next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new([.. Terms, .. next.Terms]);
    }
}
