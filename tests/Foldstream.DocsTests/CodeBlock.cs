using System.Text.RegularExpressions;

namespace Foldstream.DocsTests;

/// <summary>A C# block of a Markdown file and the source that it says to be copied from.</summary>
/// <param name="Line">The line of the Markdown file on which the block starts.</param>
/// <param name="Source">The source file and, after <c>#</c>, its region; null where the block names none.</param>
/// <param name="Text">The code.</param>
internal sealed partial record CodeBlock(int Line, string? Source, string Text)
{
    public static IEnumerable<CodeBlock> In(string markdown) =>
        from Match match in BlockPattern().Matches(markdown)
        let source = match.Groups["source"]
        select new CodeBlock(
            markdown[..match.Index].Count(character => character == '\n') + 1,
            source.Success ? source.Value : null,
            match.Groups["code"].Value);

    /// <summary>The code that the source has now.</summary>
    public string SourceText()
    {
        var parts = Source!.Split('#');
        var text = Repository.Read(parts[0]);
        return parts.Length == 1 ? text : Region(text, parts[1]);
    }

    private static string Region(string text, string name)
    {
        var match = Regex.Match(text, $@"^[ ]*#region {Regex.Escape(name)}\n(?<body>.*?)^[ ]*#endregion", RegexOptions.Singleline | RegexOptions.Multiline);
        Assert.True(match.Success, $"There is no '#region {name}'.");
        var lines = match.Groups["body"].Value.Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : ""));
    }

    [GeneratedRegex(@"(?:<!-- from: (?<source>[^ ]+) -->\n+)?^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex BlockPattern();
}
