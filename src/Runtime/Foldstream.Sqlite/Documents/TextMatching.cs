using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Foldstream.Sqlite;

/// <summary>Matches texts with regular expressions, for SQLite, which has none.</summary>
internal static class TextMatching
{
    /// <summary>The function's name in SQL; it takes the expression and the text.</summary>
    public const string Function = "foldstream_matches";

    // Expressions come from code rather than from data: few, and worth keeping.
    private const int MostKept = 256;

    private static readonly ConcurrentDictionary<string, Regex> Expressions = new(StringComparer.Ordinal);

    public static void Register(Connection connection) => connection.Register(Function, IsMatch);

    private static bool IsMatch(string expression, string text) => Prepared(expression).IsMatch(text);

    private static Regex Prepared(string expression)
    {
        if (Expressions.TryGetValue(expression, out var known))
            return known;
        if (Expressions.Count >= MostKept)
            Expressions.Clear();
        return Expressions[expression] = new Regex(TextPattern.ToDotNet(expression), TextPattern.DotNetOptions, Regex.InfiniteMatchTimeout);
    }
}
