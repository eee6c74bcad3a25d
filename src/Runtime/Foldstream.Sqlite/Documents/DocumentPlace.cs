namespace Foldstream.Sqlite;

/// <summary>The names that the documents of a projection have in the file.</summary>
internal static class DocumentPlace
{
    private const int LongestName = 40;

    /// <summary>The table of documents. Hyphens become underscores, which no name holds, so that nobody has to quote it.</summary>
    /// <exception cref="ArgumentException">It is no name of a projection: it would not be safe in SQL.</exception>
    public static string Table(DocumentCollection collection) =>
        $"foldstream_{(collection.IsShadow ? "shadow" : "documents")}_{InSql(collection.Projection)}";

    /// <summary>An index over documents; the number is used once, because an index keeps its name when its table gets another one.</summary>
    public static string Index(string projection, long number) => $"foldstream_index_{InSql(projection)}_{number}";

    private static string InSql(string projection) => IsName(projection)
        ? projection.Replace('-', '_')
        : throw new ArgumentException(
            $"'{projection}' is not the name of a projection: up to {LongestName} lower-case letters, digits and hyphens, beginning with a letter.",
            nameof(projection));

    private static bool IsName(string? name) =>
        name is { Length: > 0 and <= LongestName } && char.IsAsciiLetterLower(name[0]) && name.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-');
}
