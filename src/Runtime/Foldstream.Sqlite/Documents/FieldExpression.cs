using System.Text;
using System.Text.Encodings.Web;

namespace Foldstream.Sqlite;

/// <summary>Fields of the query form in SQL. The same field has always the same text, because that is how SQLite finds an index over it.</summary>
internal static class FieldExpression
{
    private const string QueryForm = "query";

    // As the query form is written: SQLite compares a name in a path with the very bytes between the quotes of the JSON.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>The text of a field; null where it is null or not there.</summary>
    public static string Of(FieldPath path)
    {
        var expression = QueryForm;
        var way = new StringBuilder("$");
        for (var at = 0; at < path.Segments.Length; at++)
        {
            var segment = path.Segments[at];
            if (segment.Length == 0 || segment.Contains('"', StringComparison.Ordinal))
            {
                // No path can name it.
                expression = $"(SELECT j.value FROM json_each({Extract(expression, way)}) j WHERE j.key = {Literal(segment)})";
                way = new StringBuilder("$");
            }
            else if (segment.All(char.IsAsciiDigit))
            {
                // The index of a list or the key of a map: a path does not tell, a document does.
                expression = $"coalesce({Extract(expression, way, $"[{segment}]")}, {Extract(expression, way, $".\"{segment}\"")})";
                way = new StringBuilder("$");
            }
            else
            {
                way.Append(".\"").Append(Encoder.Encode(segment)).Append('"');
            }
        }

        return Extract(expression, way);
    }

    /// <summary>A text as SQL writes it.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Extract(string expression, StringBuilder way, string? step = null) =>
        way.Length == 1 && step is null && expression != QueryForm ? expression : $"json_extract({expression}, {Literal(way + step)})";
}
