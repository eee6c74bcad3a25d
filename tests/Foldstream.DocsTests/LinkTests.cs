using System.Text.RegularExpressions;

namespace Foldstream.DocsTests;

/// <summary>Links between the project's own files lead somewhere.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages() => [.. Repository.MarkdownFiles()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_to_a_file(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        foreach (Match match in LinkPattern().Matches(Repository.Read(page)))
        {
            var target = match.Groups["target"].Value.Split('#')[0];
            if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal))
                continue;
            Assert.True(Path.Exists(Path.Combine(folder, target)), $"{page} links to '{target}', which is not there.");
        }
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex LinkPattern();
}
