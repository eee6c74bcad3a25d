namespace Foldstream.Tests;

public sealed class AsOfTests
{
    [Fact]
    public void Points_in_the_past_are_values()
    {
        Assert.Equal(AsOf.Version(1), AsOf.Version(1));
        Assert.NotEqual(AsOf.Version(1), AsOf.Version(2));
        Assert.Equal(AsOf.Recorded(TestClock.Start), AsOf.Recorded(TestClock.Start.ToOffset(TimeSpan.FromHours(1))));
        Assert.NotEqual(AsOf.Recorded(TestClock.Start), AsOf.Occurred(TestClock.Start));
    }

    [Fact]
    public void Points_in_the_past_tell_what_they_mean()
    {
        Assert.Equal("version 1", AsOf.Version(1).ToString());
        Assert.Equal("what was recorded by 2024-02-29T12:00:00.0000000+00:00", AsOf.Recorded(TestClock.Start).ToString());
        Assert.Equal("what had occurred by 2024-02-29T12:00:00.0000000+00:00", AsOf.Occurred(TestClock.Start).ToString());
    }
}
