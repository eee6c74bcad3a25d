using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Foldstream.Analyzers.Tests;

/// <summary>A page of <c>docs/rules</c>: the first piece of code on it breaks the rule, the second does not. A piece of JSON is the schema baseline from there on.</summary>
internal sealed partial class RulePage(string id)
{
    public static string Folder { get; } = Path.Combine(Root(), "docs", "rules");

    public string Text { get; } = File.ReadAllText(Path.Combine(Folder, $"{id}.md"));

    public IReadOnlyList<string> Code => [.. CodeBlock().Matches(Text).Select(match => match.Groups["code"].Value)];

    /// <summary>The baseline beside each piece of code; null where the page shows none.</summary>
    public IReadOnlyList<string?> Baselines =>
        [.. CodeBlock().Matches(Text).Select(code => BaselineBlock().Matches(Text).LastOrDefault(json => json.Index < code.Index)?.Groups["json"].Value)];

    public IReadOnlyList<string> Headings => [.. Heading().Matches(Text).Select(match => match.Groups["title"].Value)];

    public static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("^```json\n(?<json>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex BaselineBlock();

    [GeneratedRegex("^#+ (?<title>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();
}
