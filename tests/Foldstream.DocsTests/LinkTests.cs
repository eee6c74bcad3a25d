using System.Text.RegularExpressions;

namespace Foldstream.DocsTests;

/// <summary>Links between the project's own files lead to a file, and to a heading of it where they name one.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages() => [.. Repository.MarkdownFiles()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_to_a_file_and_its_heading(string page)
    {
        foreach (Match match in LinkPattern().Matches(Repository.Read(page)))
        {
            var target = match.Groups["target"].Value;
            if (!target.Contains("://", StringComparison.Ordinal))
                AssertLeads(page, target);
        }
    }

    [Theory]
    [InlineData("## Rows of your own\n", "rows-of-your-own")]
    [InlineData("# The `[Key]`, and more\n", "the-key-and-more")]
    [InlineData("### As_is-1\n", "as_is-1")]
    public void Headings_have_the_names_that_links_use(string markdown, string expected) => Assert.Equal([expected], Anchors(markdown));

    [Fact]
    public void A_comment_in_code_is_no_heading() => Assert.Empty(Anchors("```sh\n# not a heading\n```\n"));

    private static void AssertLeads(string page, string target)
    {
        var parts = target.Split('#');
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var file = parts[0].Length == 0 ? Path.Combine(Repository.Root, page) : Path.Combine(folder, Uri.UnescapeDataString(parts[0]));
        Assert.True(Path.Exists(file), $"{page} links to '{target}', which is not there.");
        if (parts.Length > 1 && file.EndsWith(".md", StringComparison.Ordinal))
            Assert.True(Anchors(File.ReadAllText(file)).Contains(parts[1], StringComparer.Ordinal), $"{page} links to '{target}', and there is no such heading.");
    }

    // As GitHub makes them: lower-case, hyphens for blanks, no punctuation.
    private static IEnumerable<string> Anchors(string markdown) =>
        from Match match in HeadingPattern().Matches(CodePattern().Replace(markdown.ReplaceLineEndings("\n"), ""))
        select PunctuationPattern().Replace(match.Groups["heading"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"^#+ (?<heading>.*)$", RegexOptions.Multiline)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex PunctuationPattern();
}
