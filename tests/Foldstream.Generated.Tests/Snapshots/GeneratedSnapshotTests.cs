using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Foldstream.Generated.Tests;

public sealed class GeneratedSnapshotTests : IAsyncDisposable
{
    private readonly InMemoryEventStore store = new();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public void A_type_without_the_attribute_keeps_no_state()
    {
        Assert.Null(OfAggregate<Account>());
        Assert.Null(OfDecider<Wallet>());
    }

    [Fact]
    public void The_policy_is_what_the_attribute_says()
    {
        var locker = OfAggregate<Locker>()!;

        Assert.True(locker.Policy!.IsDue(Moment(before: 2, after: 4, age: TimeSpan.Zero)));
        Assert.True(locker.Policy.IsDue(Moment(before: 1, after: 2, age: TimeSpan.FromDays(31))));
        Assert.False(locker.Policy.IsDue(Moment(before: 1, after: 2, age: TimeSpan.Zero)));
        Assert.False(locker.InBackground);
        Assert.Null(OfDecider<Door>()!.Policy);
        Assert.True(OfDecider<Door>()!.InBackground);
    }

    [Fact]
    public void All_of_an_aggregates_state_comes_back_but_what_is_left_out()
    {
        var locker = new Locker();
        locker.Fill("hat");
        locker.Fill("coat");

        var again = RoundTrip(OfAggregate<Locker>()!, locker);

        Assert.Equal(["hat", "coat"], again.Items);
        Assert.True(again.Knows("coat"));
        Assert.Equal((2, 0), (again.Filled, again.Applied));
        Assert.Empty(again.PendingEvents);
    }

    [Fact]
    public void A_decider_comes_back_whether_it_is_one_type_or_several()
    {
        Assert.Equal(new Score(3, null), RoundTrip(OfDecider<Score>()!, new Score(3, null)));
        Assert.Equal(new Score(3, "Ann"), RoundTrip(OfDecider<Score>()!, new Score(3, "Ann")));
        Assert.Equal(new Door.Ajar("Bob"), RoundTrip(OfDecider<Door>()!, new Door.Ajar("Bob")));
        Assert.Equal(new Door.Shut(), RoundTrip(OfDecider<Door>()!, new Door.Shut()));
    }

    [Fact]
    public async Task A_load_goes_on_from_the_snapshot_that_a_save_took()
    {
        await store.ExecuteAsync<Locker>("l1", static locker =>
        {
            locker.Fill("hat");
            locker.Fill("coat");
            locker.Fill("scarf");
        }, cancellationToken: TestContext.Current.CancellationToken);
        await store.ExecuteAsync<Locker>("l1", static locker => locker.Fill("glove"), cancellationToken: TestContext.Current.CancellationToken);

        var loaded = await store.LoadAsync<Locker>("l1", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["hat", "coat", "scarf", "glove"], loaded.Items);
        Assert.Equal((4, 1, 4), (loaded.Filled, loaded.Applied, loaded.Version));
    }

    private static StateDefinition<T>? OfAggregate<T>()
        where T : class, IAggregate<T> => T.State;

    private static StateDefinition<T>? OfDecider<T>()
        where T : IDecider<T> => T.State;

    private static SnapshotMoment Moment(long before, long after, TimeSpan age)
    {
        var now = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);
        return new SnapshotMoment(before, after, null, null, now - age, now);
    }

    private static T RoundTrip<T>(StateDefinition<T> definition, T state)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            definition.Write(writer, state);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        Assert.True(reader.Read(), Encoding.UTF8.GetString(buffer.WrittenSpan));
        return definition.Read(ref reader);
    }
}
