using System.Globalization;

namespace Foldstream;

/// <summary>A point in an aggregate's past, inclusive. A copy that was loaded so cannot be saved.</summary>
public abstract record AsOf
{
    private AsOf()
    {
    }

    /// <summary>As it was when its last event had this version: 0 is the state after the first event.</summary>
    public static AsOf Version(StreamVersion version) => new AtVersion(version);

    /// <summary>As the store knew it at a time: the events recorded until then, a prefix of the stream.</summary>
    public static AsOf Recorded(DateTimeOffset time) => new AtRecorded(time);

    /// <summary>As it was in the world at a time, by what is known today: the events that occurred until then, in stream order.</summary>
    public static AsOf Occurred(DateTimeOffset time) => new AtOccurred(time);

    internal virtual StreamRange Range => StreamRange.All;

    internal virtual bool Includes(in StoredEvent stored) => true;

    /// <summary>Whether no later event of the stream can be included once one was not.</summary>
    internal virtual bool EndsAtFirstLater => false;

    /// <summary>Whether it says how many events there were, so that it can begin with a snapshot.</summary>
    internal virtual bool IsVersion => false;

    /// <summary>Whether it is known that this point is not before the event of a version.</summary>
    internal virtual bool Covers(long version) => false;

    private static string Format(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private sealed record AtVersion(StreamVersion Last) : AsOf
    {
        internal override StreamRange Range => new() { To = Last };

        internal override bool IsVersion => true;

        internal override bool Covers(long version) => Last.Count > version;

        public override string ToString() => $"version {Last}";
    }

    private sealed record AtRecorded(DateTimeOffset Time) : AsOf
    {
        internal override bool EndsAtFirstLater => true;

        internal override bool Includes(in StoredEvent stored) => stored.RecordedAt <= Time;

        public override string ToString() => $"what was recorded by {Format(Time)}";
    }

    private sealed record AtOccurred(DateTimeOffset Time) : AsOf
    {
        internal override bool Includes(in StoredEvent stored) => stored.OccurredAt <= Time;

        public override string ToString() => $"what had occurred by {Format(Time)}";
    }
}
