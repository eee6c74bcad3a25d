namespace Foldstream.Tests;

public sealed class EventStoreOptionsTests
{
    [Fact]
    public void Defaults_are_the_system_clock_and_5_attempts()
    {
        Assert.Same(TimeProvider.System, EventStoreOptions.Default.Clock);
        Assert.Equal(5, EventStoreOptions.Default.CommandAttempts);
        Assert.Equal(7, EventStoreOptions.Default.NewEventId(TestClock.Start).Version);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Number_of_attempts_below_1_is_refused_by_name(int attempts)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new EventStoreOptions { CommandAttempts = attempts });
        Assert.Equal(nameof(EventStoreOptions.CommandAttempts), error.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => EventStoreOptions.Default with { CommandAttempts = attempts });
    }

    [Fact]
    public void One_attempt_is_enough() => Assert.Equal(1, new EventStoreOptions { CommandAttempts = 1 }.CommandAttempts);

    [Fact]
    public void Absent_clock_or_id_source_is_refused_by_name()
    {
        Assert.Equal(nameof(EventStoreOptions.Clock), Assert.Throws<ArgumentNullException>(() => new EventStoreOptions { Clock = null! }).ParamName);
        Assert.Equal(
            nameof(EventStoreOptions.NewEventId), Assert.Throws<ArgumentNullException>(() => new EventStoreOptions { NewEventId = null! }).ParamName);
    }
}
