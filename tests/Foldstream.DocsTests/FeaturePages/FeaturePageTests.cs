namespace Foldstream.DocsTests;

/// <summary>Who knows one page on a feature knows them all.</summary>
public sealed class FeaturePageTests
{
    private static readonly string[] Headings =
        ["A first example", "How it works", "When to use", "Defaults", "Errors", "Patterns and anti-patterns"];

    public static TheoryData<string> Pages() => [.. Page.OfFeatures().Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_has_the_same_headings(string page) =>
        Assert.Equal(Headings, new Page(page).Sections.Select(section => section.Heading));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Nothing_stands_empty(string page) =>
        Assert.All(new Page(page).Sections, section => Assert.True(section.Text.Trim().Length > 40, $"'{section.Heading}' of {page} says nothing."));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_first_example_shows_code_or_a_command(string page) =>
        Assert.Contains(CodeBlock.In(new Page(page).Section("A first example")), block => block.Language is "csharp" or "sh");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Patterns_come_before_anti_patterns(string page)
    {
        var text = new Page(page).Section("Patterns and anti-patterns");
        var firstDont = text.IndexOf("\n- Do not ", StringComparison.Ordinal);
        Assert.True(firstDont > 0, $"{page} names no anti-pattern: a line '- Do not …'.");
        Assert.InRange(text.IndexOf("\n- ", StringComparison.Ordinal), 0, firstDont - 1);
        Assert.DoesNotContain(text[(firstDont + 1)..].Split("\n- "), line => !line.StartsWith("Do not ", StringComparison.Ordinal) && !line.StartsWith("- Do not ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_index_leads_to_every_page()
    {
        var index = Repository.Read("docs/README.md");
        Assert.All(Page.All().Where(page => page != "docs/README.md"), page => Assert.Contains($"]({page["docs/".Length..]}", index, StringComparison.Ordinal));
    }
}
