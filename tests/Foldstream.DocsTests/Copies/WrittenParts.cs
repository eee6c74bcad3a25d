using System.Text.RegularExpressions;

namespace Foldstream.DocsTests;

/// <summary>Parts of pages that stand between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c> and follow from the code.</summary>
internal static partial class WrittenParts
{
    private static readonly Dictionary<string, Func<string>> Writers = new(StringComparer.Ordinal)
    {
        ["rules"] = RuleTables.Full,
        ["rules by subject"] = RuleTables.BySubject,
    };

    public static string Renew(string markdown) => PartPattern().Replace(markdown, match =>
        Writers.TryGetValue(match.Groups["name"].Value, out var write)
            ? $"{match.Groups["begin"].Value}\n{write()}\n{match.Groups["end"].Value}"
            : match.Value);

    [GeneratedRegex("(?<begin><!-- (?<name>[a-z ]+) -->)\n.*?(?<end><!-- /\\k<name> -->)", RegexOptions.Singleline)]
    private static partial Regex PartPattern();
}
