using System.Text.RegularExpressions;

namespace Foldstream.DocsTests;

/// <summary>A table of a Markdown text.</summary>
internal sealed partial record MarkdownTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static IReadOnlyList<MarkdownTable> In(string markdown) =>
    [
        .. from Match match in TablePattern().Matches(markdown)
           let lines = match.Value.TrimEnd('\n').Split('\n')
           select new MarkdownTable(Cells(lines[0]), [.. lines.Skip(2).Select(Cells)]),
    ];

    /// <summary>What stands between backticks in a cell.</summary>
    public static IReadOnlyList<string> Code(string cell) => [.. CodePattern().Matches(cell).Select(match => match.Groups[1].Value)];

    private static IReadOnlyList<string> Cells(string line) => [.. BarPattern().Split(line.Trim('|')).Select(cell => cell.Trim())];

    [GeneratedRegex(@"(?:^\|.*\n?)+", RegexOptions.Multiline)]
    private static partial Regex TablePattern();

    // A bar within a cell is written '\|'.
    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex BarPattern();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodePattern();
}
