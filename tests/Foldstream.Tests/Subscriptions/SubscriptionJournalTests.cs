namespace Foldstream.Tests;

/// <summary>What a subscription counts is counted within its time.</summary>
public sealed class SubscriptionJournalTests
{
    private readonly MovedClock clock = new();

    [Fact]
    public void Errors_that_are_too_old_do_not_count_for_the_rate()
    {
        var journal = new SubscriptionJournal("mailer", clock);
        var rate = new ErrorRate(2, TimeSpan.FromMinutes(1));
        Assert.Null(journal.GivenUp(rate));
        clock.Elapsed += TimeSpan.FromMinutes(2);
        Assert.Null(journal.GivenUp(rate));
        Assert.Same(rate, journal.GivenUp(rate));
    }

    [Fact]
    public void Throughput_is_that_of_the_last_minute()
    {
        var journal = new SubscriptionJournal("mailer", clock);
        journal.Handled(600);
        Assert.Equal(600, journal.EventsPerSecond);
        clock.Elapsed += TimeSpan.FromSeconds(30);
        Assert.Equal(20, journal.EventsPerSecond);
        clock.Elapsed += TimeSpan.FromSeconds(31);
        Assert.Equal(0, journal.EventsPerSecond);
    }

    [Fact]
    public void The_last_errors_are_kept_and_no_more()
    {
        var journal = new SubscriptionJournal("mailer", clock);
        for (var number = 0; number < 30; number++)
            journal.StoreFailed(new InvalidOperationException($"{number}"));
        Assert.Equal(20, journal.Errors.Count);
        Assert.Equal("29", journal.Errors[0].Error.Message);
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
