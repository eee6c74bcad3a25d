namespace Foldstream.Generators.Tests;

public sealed class UnfinishedFoldTests
{
    private const int Step = 29;

    private static readonly CompileOptions Options = new() { Generators = () => [new FoldGenerator()] };

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, Code.Length / Step).Select(index => index * Step)];

    private static string Code => $"{Bank.Events.Text}\n{Without("using", Bank.Aggregate)}\n{Without("using", Bank.Decider)}";

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Code_that_ends_anywhere_never_throws(int length)
    {
        AssertNoException(Code[..length]);
        AssertNoException(Code.Remove(length, Math.Min(Step, Code.Length - length)));
    }

    private static void AssertNoException(string code) =>
        Assert.All(Compile.Generate(Options, code).Result.Results, result => Assert.Null(result.Exception));

    private static string Without(string start, SourceFile file) =>
        string.Join('\n', file.Text.Split('\n').Where(line => !line.StartsWith(start, StringComparison.Ordinal) && !line.StartsWith("namespace", StringComparison.Ordinal)));
}
