using System.Text;

namespace Foldstream.Testing.Tests;

public sealed class RecordedEventsTests
{
    [Fact]
    public void Events_are_the_same_in_every_run()
    {
        var events = Recorded.Stream("account", "alice", TestsEvents.Model).Add(new AccountOpened("Alice"), new MoneyDeposited(5m));
        Assert.Equal(2, events.Count);
        var second = events[1];
        Assert.Equal((new StreamId("account", "alice"), new StreamVersion(1), TestIds.Nth(2)), (second.Stream, second.Version, second.Id));
        Assert.Equal(new GlobalPosition(Recorded.Store, 1), second.Position);
        Assert.Equal((TestClock.Start.AddSeconds(1), TestClock.Start.AddSeconds(1)), (second.OccurredAt, second.RecordedAt));
        Assert.Equal((new EventType("money-deposited"), """{"amount":5}"""), (second.Type, Encoding.UTF8.GetString(second.Data.Span)));
        Assert.Equal(new MoneyDeposited(5m), TestsEvents.Model.Decode(second));
    }

    [Fact]
    public void Streams_have_versions_of_their_own_and_share_positions()
    {
        var events = Recorded.Stream("account", "alice", TestsEvents.Model).Add(new AccountOpened("Alice"))
            .Stream("account", "bob", "acme").Add(new AccountOpened("Bob"), new MoneyDeposited(1m))
            .Stream("account", "alice").Add(new MoneyDeposited(2m));
        Assert.Equal(
            [("account/alice", 0L, 0L), ("acme:account/bob", 0, 1), ("acme:account/bob", 1, 2), ("account/alice", 1, 3)],
            events.Select(recorded => (
                recorded.Stream.Tenant.Length == 0 ? recorded.Stream.ToString() : $"{recorded.Stream.Tenant}:{recorded.Stream.Category}/{recorded.Stream.Id}",
                recorded.Version.Value,
                recorded.Position!.Value.Value)));
    }

    [Fact]
    public void Time_version_and_position_can_be_said_otherwise()
    {
        var time = TestClock.Start.AddDays(3);
        var events = Recorded.Stream("account", "alice", TestsEvents.Model)
            .At(time).AtVersion(7).AtPosition(40).Add(new MoneyDeposited(1m), new MoneyDeposited(2m));
        Assert.Equal(
            [(time, 7L, 40L), (time.AddSeconds(1), 8, 41)],
            events.Select(recorded => (recorded.RecordedAt, recorded.Version.Value, recorded.Position!.Value.Value)));
        Assert.Throws<ArgumentOutOfRangeException>(() => events.AtPosition(-1));
    }

    [Fact]
    public void Id_occurrence_and_metadata_can_be_said_otherwise()
    {
        var id = new Guid("8c7f4dd2-6b1f-4a0e-9a39-0d8f5a3b2c1d");
        var metadata = new EventMetadata { Actor = "carol" };
        var recorded = Assert.Single(Recorded.Stream("account", "alice", TestsEvents.Model)
            .AddStamped(new MoneyDeposited(1m), new EventStamp(id, TestClock.Start.AddDays(-1), metadata)));
        Assert.Equal((id, TestClock.Start.AddDays(-1), TestClock.Start, metadata), (recorded.Id, recorded.OccurredAt, recorded.RecordedAt, recorded.Metadata));
    }

    [Fact]
    public void Version_zero_is_a_version() =>
        Assert.Equal(0, Recorded.Stream("account", "alice", TestsEvents.Model).Add(new MoneyDeposited(1m)).AtVersion(0).Add(new MoneyDeposited(2m))[1].Version);

    [Fact]
    public void What_is_no_event_is_refused() =>
        Assert.Throws<UnknownEventException>(() => Recorded.Stream("account", "alice", TestsEvents.Model).Add("no event"));

    [Fact]
    public async Task Clock_and_ids_are_those_of_a_store()
    {
        var clock = new TestClock();
        await using var store = new InMemoryEventStore(new EventStoreOptions { Clock = clock, NewEventId = new TestIds().Next });
        var typed = store.With(TestsEvents.Model);
        var stream = new StreamId("account", "alice");
        var cancellation = TestContext.Current.CancellationToken;
        await typed.AppendAsync(stream, ExpectedVersion.Any, [new MoneyDeposited(1m)], cancellationToken: cancellation);
        clock.Move(TimeSpan.FromHours(1));
        await typed.AppendAsync(stream, ExpectedVersion.Any, [new MoneyDeposited(2m)], cancellationToken: cancellation);
        clock.Now = TestClock.Start.AddDays(9);
        await typed.AppendAsync(stream, ExpectedVersion.Any, [new MoneyDeposited(3m)], cancellationToken: cancellation);
        var recorded = await store.ReadAsync(stream, cancellationToken: cancellation).ToListAsync(cancellation);
        Assert.Equal([TestIds.Nth(1), TestIds.Nth(2), TestIds.Nth(3)], recorded.Select(item => item.Id));
        Assert.Equal([TestClock.Start, TestClock.Start.AddHours(1), TestClock.Start.AddDays(9)], recorded.Select(item => item.RecordedAt));
    }

    [Fact]
    public void Clock_can_begin_anywhere_and_go_back()
    {
        var clock = new TestClock(new DateTimeOffset(2030, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)));
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), clock.GetUtcNow());
        clock.Move(TimeSpan.FromDays(-1));
        Assert.Equal(new DateTimeOffset(2029, 12, 31, 0, 0, 0, TimeSpan.Zero), clock.GetUtcNow());
    }

    [Fact]
    public void Ids_ascend_and_are_bounded()
    {
        Assert.Equal(new Guid("00000000-0000-7000-8000-00000000001f"), TestIds.Nth(31));
        Assert.Throws<ArgumentOutOfRangeException>(() => TestIds.Nth(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TestIds.Nth(0x1_0000_0000_0000));
    }
}
