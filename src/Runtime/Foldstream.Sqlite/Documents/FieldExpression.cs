namespace Foldstream.Sqlite;

/// <summary>A field of the query form in SQL: the very text that an index is made of.</summary>
internal static class FieldExpression
{
    public static string Of(FieldPath path) => $"json_extract(query, '$.{string.Join('.', path.Segments)}')";
}
