namespace Foldstream;

/// <summary>Orders by one field.</summary>
public static class SortFields
{
    /// <summary>From the lowest to the highest, null last.</summary>
    public static Sort Ascending(this IField field) => By(field, descending: false);

    /// <summary>From the highest to the lowest, null last.</summary>
    public static Sort Descending(this IField field) => By(field, descending: true);

    private static Sort By(IField field, bool descending)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new([new SortTerm(field.Path, descending, NullsFirst: false)]);
    }
}
