namespace Foldstream.Tests;

/// <summary>Waits double from the first to the longest, and chance makes them shorter, never longer.</summary>
public sealed class FailurePolicyTests
{
    private static readonly FailurePolicy Policy = new()
    {
        FirstDelay = TimeSpan.FromSeconds(1),
        LongestDelay = TimeSpan.FromSeconds(5),
        Jitter = 0.5,
        Random = () => 0,
    };

    [Fact]
    public void Waits_double_up_to_the_longest() =>
        Assert.Equal([1, 2, 4, 5, 5], Enumerable.Range(1, 5).Select(retry => Policy.DelayBefore(retry).TotalSeconds));

    [Fact]
    public void Waits_stay_the_longest_however_often_they_come() => Assert.Equal(5, Policy.DelayBefore(int.MaxValue).TotalSeconds);

    [Fact]
    public void Chance_takes_its_part_away() =>
        Assert.Equal([0.5, 1], Enumerable.Range(1, 2).Select(retry => (Policy with { Random = () => 1 }).DelayBefore(retry).TotalSeconds));

    [Fact]
    public void Without_jitter_chance_changes_nothing() =>
        Assert.Equal(1, (Policy with { Jitter = 0, Random = () => 1 }).DelayBefore(1).TotalSeconds);
}
