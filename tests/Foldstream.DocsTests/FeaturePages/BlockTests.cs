namespace Foldstream.DocsTests;

/// <summary>What stands in other blocks than C#: commands that can be run, and data that says what it is.</summary>
public sealed class BlockTests
{
    private static readonly string[] Languages = ["csharp", "sh", "json", "xml", "sql", "ini", "text", "mermaid"];

    private static readonly string[] Dotnet = ["add", "build", "new", "pack", "run", "test"];

    public static TheoryData<string> Pages() => [.. Repository.MarkdownFiles()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_says_what_it_holds(string page) =>
        Assert.All(CodeBlock.In(Repository.Read(page)), block => Assert.Contains(block.Language, Languages));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_can_be_run(string page)
    {
        var commands = CodeBlock.In(Repository.Read(page)).Where(block => block.Language == "sh").SelectMany(block => block.Text.Split('\n'));
        Assert.All(commands.Where(line => line.Length > 0 && line[0] != '#'), command => AssertRuns(page, command));
    }

    [Fact]
    public void The_readme_begins_with_the_main_job_and_the_tests() =>
        Assert.Equal(
            ["dotnet run --project samples/Bank", "./eng/test.sh"],
            CodeBlock.In(Repository.Read("README.md")).Where(block => block.Language == "sh").Take(2).Select(block => block.Text.Trim()));

    private static void AssertRuns(string page, string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word.Contains('=', StringComparison.Ordinal)).ToArray();
        switch (words[0])
        {
            case "dotnet":
                Assert.True(Dotnet.Contains(words[1], StringComparer.Ordinal), $"{page}: '{command}' is no command of dotnet.");
                break;
            case "cd" or "mkdir":
                break;
            default:
                Assert.StartsWith("./", words[0], StringComparison.Ordinal);
                AssertOptions(page, words);
                break;
        }

        Assert.All(words.Where(IsOfTheRepository), path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{page}: '{command}' names {path}, which is not there."));
        Assert.All(words.Where(word => word.StartsWith("-t:", StringComparison.Ordinal)), target => Assert.Contains(
            $"<Target Name=\"{target[3..]}\"", Repository.Read("src/Runtime/Foldstream/buildTransitive/Foldstream.targets"), StringComparison.Ordinal));
    }

    private static void AssertOptions(string page, string[] words)
    {
        var script = Repository.Read(words[0]);
        Assert.All(words.Where(word => word.StartsWith("--", StringComparison.Ordinal)), option =>
            Assert.True(script.Contains($"{option})", StringComparison.Ordinal), $"{page}: {words[0]} has no option {option}."));
    }

    // Programs are there after a build.
    private static bool IsOfTheRepository(string word) =>
        !word.Contains("/bin/", StringComparison.Ordinal) && Array.Exists(["./", "samples/", "tests/", "benchmarks/", "src/", "eng/"], start => word.StartsWith(start, StringComparison.Ordinal));
}
