namespace Foldstream.DocsTests;

/// <summary>No code in the documentation that is not compiled: every block is a copy of a sample.</summary>
public sealed class CodeBlockTests
{
    // The pages of the rules show code that must not compile; the tests of the rules compile each block.
    private const string RulePages = "docs/rules/";

    public static TheoryData<string> Pages() =>
        [.. Repository.MarkdownFiles().Where(path => !path.StartsWith(RulePages, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_is_a_copy_of_a_compiled_source(string page)
    {
        foreach (var block in CodeBlock.In(Repository.Read(page)))
        {
            Assert.True(block.Source is not null, $"{page}:{block.Line} has a C# block without '<!-- from: path#region -->' above it.");
            Assert.True(
                block.SourceText().Trim('\n') == block.Text.Trim('\n'),
                $"{page}:{block.Line} differs from {block.Source}, which now reads:\n{block.SourceText()}");
        }
    }

    [Fact]
    public void The_first_block_of_the_readme_is_the_quick_start() =>
        Assert.Equal("samples/QuickStart/Program.cs", CodeBlock.In(Repository.Read("README.md")).First().Source);

    [Fact]
    public void A_block_without_a_source_is_seen() =>
        Assert.Null(Assert.Single(CodeBlock.In("text\n\n```csharp\nvar x = 1;\n```\n")).Source);

    [Fact]
    public void A_block_with_a_source_is_seen() =>
        Assert.Equal("a/b.cs#c", Assert.Single(CodeBlock.In("<!-- from: a/b.cs#c -->\n```csharp\nvar x = 1;\n```\n")).Source);
}
