using System.Collections;

namespace Foldstream.Testing;

/// <summary>Events as a store would give them, in the order of their positions; made by <see cref="Recorded"/>.</summary>
/// <remarks>
/// The first event stands at position 0 and is recorded at <see cref="TestClock.Start"/>, each following one a position and a second later; the ids are those of
/// <see cref="TestIds"/>, and occurred-at is recorded-at. All of it can be said otherwise.
/// </remarks>
public sealed class RecordedEvents : IReadOnlyList<RecordedEvent>
{
    private readonly EventModel model;
    private readonly List<RecordedEvent> events = [];
    private readonly Dictionary<StreamId, StreamVersion> ends = [];
    private readonly TestIds ids = new();
    private StreamId stream;
    private DateTimeOffset time = TestClock.Start;
    private long position;

    internal RecordedEvents(EventModel model, StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;
        this.stream = stream;
    }

    /// <inheritdoc/>
    public int Count => events.Count;

    /// <inheritdoc/>
    public RecordedEvent this[int index] => events[index];

    /// <summary>Goes on with another stream, or again with one that has events already.</summary>
    /// <exception cref="ArgumentException">The address breaks the rules of <see cref="StreamId"/>.</exception>
    public RecordedEvents Stream(string category, string id, string tenant = "")
    {
        stream = new StreamId(category, id, tenant);
        return this;
    }

    /// <summary>Says when the next event is recorded, in whole microseconds; those after it follow a second apart.</summary>
    public RecordedEvents At(DateTimeOffset recordedAt)
    {
        time = StoredTime.Normalize(recordedAt);
        return this;
    }

    /// <summary>Says which version in its stream the next event has; those after it follow.</summary>
    public RecordedEvents AtVersion(StreamVersion version)
    {
        ends[stream] = StreamVersion.AfterEvents(version.Count - 1);
        return this;
    }

    /// <summary>Says which position the next event has; those after it follow.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative.</exception>
    public RecordedEvents AtPosition(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        position = value;
        return this;
    }

    /// <summary>Adds events to the stream, encoded as they would be stored.</summary>
    /// <exception cref="UnknownEventException">The model does not know the type of an event.</exception>
    /// <exception cref="EventWriteException">An event holds what JSON cannot.</exception>
    public RecordedEvents Add(params object[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        foreach (var item in events)
            Add(model.Encode(item));
        return this;
    }

    /// <summary>Adds an event with an id, a time of occurrence or metadata of its own.</summary>
    /// <inheritdoc cref="Add(object[])" path="/exception"/>
    public RecordedEvents AddStamped(object @event, EventStamp stamp)
    {
        Add(model.Encode(@event, stamp));
        return this;
    }

    /// <inheritdoc/>
    public IEnumerator<RecordedEvent> GetEnumerator() => events.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(EventData data)
    {
        var version = ends.GetValueOrDefault(stream, StreamVersion.None).Next;
        events.Add(new RecordedEvent
        {
            Stream = stream,
            Version = version,
            Position = new GlobalPosition(Recorded.Store, position++),
            Id = data.Id ?? ids.Next(time),
            Type = data.Type,
            Data = data.Data,
            OccurredAt = data.OccurredAt ?? time,
            RecordedAt = time,
            Metadata = data.Metadata,
        });
        ends[stream] = version;
        time = time.AddSeconds(1);
    }
}
