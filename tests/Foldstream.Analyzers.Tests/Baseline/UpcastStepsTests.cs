namespace Foldstream.Analyzers.Tests;

public sealed class UpcastStepsTests
{
    [Theory]
    [InlineData(2, 2, "", null)]
    [InlineData(1, 2, "", 1)]
    [InlineData(1, 2, "1-2", null)]
    [InlineData(1, 3, "1-2", 2)]
    [InlineData(1, 3, "2-3", 1)]
    [InlineData(1, 3, "1-3", null)]
    [InlineData(1, 4, "1-2 2-4 1-3", 3)]
    [InlineData(1, 3, "1-4", 1)]
    [InlineData(1, 3, "2-1 1-1", 1)]
    [InlineData(1, 9, "1-2 2-3 3-9", null)]
    public void The_first_version_without_a_way_on_is_found(int from, int to, string steps, int? gap) => Assert.Equal(
        gap,
        UpcastSteps.FindGap(from, to, [.. steps.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(step => step.Split('-')).Select(step => (int.Parse(step[0], null), int.Parse(step[1], null)))]));
}
