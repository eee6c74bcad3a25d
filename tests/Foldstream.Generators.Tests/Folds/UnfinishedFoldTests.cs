namespace Foldstream.Generators.Tests;

public sealed class UnfinishedFoldTests
{
    private const int Step = 29;

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, Code.Length / Step).Select(index => index * Step)];

    private static string Code => $"{Bank.Events.Text}\n{WithoutNamespace(Bank.Aggregate)}\n{WithoutNamespace(Bank.Decider)}";

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Code_that_ends_anywhere_never_throws(int length)
    {
        AssertNoException(Code[..length]);
        AssertNoException(Code.Remove(length, Math.Min(Step, Code.Length - length)));
    }

    private static void AssertNoException(string code) =>
        Assert.All(Generate.Folds(code).Result.Results, result => Assert.Null(result.Exception));

    private static string WithoutNamespace(SourceFile file) =>
        string.Join('\n', file.Text.Split('\n').Where(line => !line.StartsWith("namespace", StringComparison.Ordinal)));
}
