using System.Buffers;
using System.Text;

namespace Foldstream.Tests;

public sealed class EventDataTests
{
    private static readonly EventType Type = new("noted");

    [Fact]
    public void Content_that_was_given_is_the_very_memory()
    {
        byte[] bytes = [1, 2, 3, 4];

        Assert.True(new EventData(Type, bytes).Data.Equals(bytes.AsMemory()));
        Assert.True(new EventData(Type, bytes.AsMemory(1, 2)).Data.Equals(bytes.AsMemory(1, 2)));
        Assert.True(new EventData(Type, ReadOnlyMemory<byte>.Empty).Data.IsEmpty);
    }

    [Fact]
    public void Content_that_was_given_is_written_as_it_is() => Assert.Equal([2, 3], Written(new EventData(Type, new byte[] { 1, 2, 3, 4 }.AsMemory(1, 2))));

    [Fact]
    public void Event_that_is_not_encoded_yet_has_the_same_content_however_it_is_asked_for()
    {
        var expected = Tally.Raised.Encode(new TallyRaised(7)).Data.ToArray();
        var data = new EventData(Tally.Raised, new TallyRaised(7), default);

        Assert.Equal(expected, Written(data));
        Assert.Equal(expected, data.Data.ToArray());
        Assert.Equal(expected, Written(data));
        Assert.Equal(Tally.Raised.Type, data.Type);
    }

    [Fact]
    public void Stores_that_do_not_encode_get_encoded_events()
    {
        var data = Tally.Raised.Prepare(new TallyRaised(7), default, new InMemoryEventStore());

        Assert.True(data.Data.Equals(data.Data));
        Assert.Equal("""{"amount":7}""", Encoding.UTF8.GetString(data.Data.Span));
    }

    [Fact]
    public void Time_is_what_was_given_in_the_stored_form_or_nothing()
    {
        var time = new DateTimeOffset(2026, 3, 1, 12, 30, 15, TimeSpan.FromHours(1)).AddTicks(17);

        Assert.Null(new EventData(Type, ReadOnlyMemory<byte>.Empty).OccurredAt);
        Assert.Equal(StoredTime.Normalize(time), new EventData(Type, ReadOnlyMemory<byte>.Empty, new EventStamp(OccurredAt: time)).OccurredAt);
        Assert.Equal(DateTimeOffset.MinValue, new EventData(Type, ReadOnlyMemory<byte>.Empty, new EventStamp(OccurredAt: DateTimeOffset.MinValue)).OccurredAt);
    }

    private static byte[] Written(EventData data)
    {
        var buffer = new ArrayBufferWriter<byte>();
        data.WriteData(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
