namespace Foldstream.Tests;

public sealed class AggregateHistoryTests
{
    [Fact]
    public void New_aggregate_has_a_stream_and_no_past()
    {
        var tally = Aggregate.New<Tally>(new StreamKey("one", "acme"));
        Assert.Equal((Sample.Stream("one", Tally.Category, "acme"), 0L), (tally.History.Stream, tally.History.Version));
        Assert.Empty(tally.History.Pending);
    }

    [Fact]
    public void Key_that_breaks_its_rule_is_refused() => Assert.Throws<ArgumentException>(() => Aggregate.New<Tally>("a\n"));

    [Fact]
    public void What_is_raised_is_pending_in_order_and_counted()
    {
        var tally = Aggregate.New<Tally>("one");
        tally.Open(1);
        tally.Raise(2);
        Assert.Equal([new TallyOpened(1), new TallyRaised(2)], tally.History.Pending);
        Assert.Equal((2L, 3L), (tally.History.Version, tally.Total));
    }

    [Fact]
    public void Absent_event_is_not_pending()
    {
        var tally = Aggregate.New<Tally>("one");
        Assert.Throws<ArgumentNullException>(() => tally.History.Raise(Tally.Raised, null!));
        Assert.Throws<ArgumentNullException>(() => tally.History.Raise(null!, new TallyRaised(1)));
        Assert.Equal(0, tally.History.Version);
    }
}
