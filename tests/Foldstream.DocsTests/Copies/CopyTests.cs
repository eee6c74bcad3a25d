namespace Foldstream.DocsTests;

/// <summary>No code in the documentation that is not compiled: every block is a copy of a sample; and no table of what the code knows better.</summary>
/// <remarks><c>SNAPSHOTS=accept ./eng/test.sh --only DocsTests</c> writes the pages anew instead of comparing them.</remarks>
public sealed class CopyTests
{
    // The pages of the rules show code that must not compile; the tests of the rules compile each block.
    private const string RulePages = "docs/rules/FS";

    private static readonly bool Accepts = Environment.GetEnvironmentVariable("SNAPSHOTS") == "accept";

    public static TheoryData<string> Pages() =>
        [.. Repository.MarkdownFiles().Where(path => !path.StartsWith(RulePages, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_of_code_names_its_source(string page)
    {
        foreach (var block in CodeBlock.In(Repository.Read(page)).Where(block => block.Language == "csharp"))
            Assert.True(block.Source is not null, $"{page}:{block.Line} has a C# block without '<!-- from: path#region -->' above it.");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_copy_is_what_its_source_is_now(string page)
    {
        var text = Repository.Read(page);
        var renewed = WrittenParts.Renew(CodeBlock.Renew(text));
        if (Accepts && renewed != text)
            Repository.Write(page, renewed);
        else
            Assert.True(renewed == text, $"{page} differs from its sources: {Difference(text, renewed)}\nSNAPSHOTS=accept ./eng/test.sh --only DocsTests writes it anew.");
    }

    [Fact]
    public void The_first_block_of_the_readme_is_the_quick_start() =>
        Assert.Equal("samples/QuickStart/Program.cs", CodeBlock.In(Repository.Read("README.md")).First(block => block.Language == "csharp").Source);

    [Fact]
    public void The_readme_is_read_in_one_sitting() => Assert.InRange(Repository.Read("README.md").Split('\n').Length, 100, 200);

    [Fact]
    public void A_block_without_a_source_is_seen() =>
        Assert.Null(Assert.Single(CodeBlock.In("text\n\n```csharp\nvar x = 1;\n```\n")).Source);

    [Fact]
    public void A_block_with_a_source_is_seen() =>
        Assert.Equal(("a/b.cs#c", "csharp"), CodeBlock.In("<!-- from: a/b.cs#c -->\n```csharp\nvar x = 1;\n```\n").Select(block => (block.Source, block.Language)).Single());

    [Fact]
    public void A_copy_that_fell_behind_is_renewed()
    {
        var region = CodeSource.Read("samples/Tour/Wallet.cs#decider");
        Assert.Equal(
            $"Before\n<!-- from: samples/Tour/Wallet.cs#decider -->\n```csharp\n{region}\n```\nafter\n",
            CodeBlock.Renew("Before\n<!-- from: samples/Tour/Wallet.cs#decider -->\n```csharp\nof yesterday\n```\nafter\n"));
    }

    [Fact]
    public void A_part_that_fell_behind_is_renewed_and_others_are_left_alone() =>
        Assert.Equal(
            $"<!-- rules -->\n{RuleTables.Full()}\n<!-- /rules -->\n<!-- measured: benchmarks -->\nx\n<!-- end: benchmarks -->",
            WrittenParts.Renew("<!-- rules -->\nold\n<!-- /rules -->\n<!-- measured: benchmarks -->\nx\n<!-- end: benchmarks -->"));

    private static string Difference(string text, string renewed)
    {
        var pair = text.Split('\n').Append("(end)").Zip(renewed.Split('\n').Append("(end)")).FirstOrDefault(pair => pair.First != pair.Second);
        return $"\n  the page: {pair.First}\n  the source: {pair.Second}";
    }
}
