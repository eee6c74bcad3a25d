using System.Text.RegularExpressions;

namespace Foldstream.DocsTests;

/// <summary>A fenced block of a Markdown file.</summary>
/// <param name="Line">The line of the Markdown file on which the block starts.</param>
/// <param name="Language">What the fence says that it holds; empty where it says nothing.</param>
/// <param name="Source">Where the block says that it is copied from; null where it does not.</param>
/// <param name="Text">What stands in it.</param>
internal sealed partial record CodeBlock(int Line, string Language, string? Source, string Text)
{
    public static IEnumerable<CodeBlock> In(string markdown) =>
        from Match match in BlockPattern().Matches(markdown)
        let source = match.Groups["source"]
        select new CodeBlock(
            markdown[..match.Index].Count(character => character == '\n') + 1,
            match.Groups["language"].Value,
            source.Success ? source.Value : null,
            match.Groups["code"].Value);

    /// <summary>The Markdown with every block that names its source as the source is now.</summary>
    public static string Renew(string markdown) => BlockPattern().Replace(markdown, match =>
    {
        if (!match.Groups["source"].Success)
            return match.Value;
        var code = match.Groups["code"];
        var start = code.Index - match.Index;
        return $"{match.Value[..start]}{CodeSource.Read(match.Groups["source"].Value)}\n{match.Value[(start + code.Length)..]}";
    });

    [GeneratedRegex(@"(?:<!-- from: (?<source>.+?) -->\n+)?^```(?<language>[^\n`]*)\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex BlockPattern();
}
