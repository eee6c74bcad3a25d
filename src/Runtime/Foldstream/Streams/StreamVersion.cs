using System.Globalization;
using System.Text.Json.Serialization;

namespace Foldstream;

/// <summary>The position of an event in its stream: 0 is the first event, and 0 is a real value.</summary>
/// <remarks>
/// The version of a stream is the position of its last event; a stream without events has <see cref="None"/>.
/// A count of events, such as an aggregate's <c>Version</c>, is <see cref="Count"/>: one more.
/// </remarks>
public readonly record struct StreamVersion : IComparable<StreamVersion>
{
    private readonly long value;

    /// <summary>Creates a version.</summary>
    /// <param name="value">The 0-based position of an event.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative: say <see cref="None"/> for a stream without events.</exception>
    public StreamVersion(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        this.value = value;
    }

    private StreamVersion(long value, bool _) => this.value = value;

    /// <summary>The version of a stream that has no events.</summary>
    public static StreamVersion None { get; } = new(-1, true);

    /// <summary>The version after so many events; no events give <see cref="None"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static StreamVersion AfterEvents(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(count - 1, true);
    }

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => value < 0;

    /// <summary>The 0-based position.</summary>
    /// <exception cref="InvalidOperationException">This is <see cref="None"/>.</exception>
    public long Value => IsNone
        ? throw new InvalidOperationException("A stream without events has no version: ask IsNone or Count.")
        : value;

    /// <summary>How many events a stream of this version has; 0 for <see cref="None"/>.</summary>
    public long Count => value + 1;

    /// <summary>The version of the event that follows.</summary>
    // Every version has one: who answers a request with what an append gave would write them without end.
    [JsonIgnore]
    public StreamVersion Next => new(value + 1);

    /// <summary>Moves forward by a number of events.</summary>
    public static StreamVersion operator +(StreamVersion version, long events) => AfterEvents(version.Count + events);

    /// <summary>Takes a 0-based position as a version.</summary>
    public static implicit operator StreamVersion(long value) => new(value);

    /// <summary>Whether one version comes before another; <see cref="None"/> comes before all.</summary>
    public static bool operator <(StreamVersion left, StreamVersion right) => left.value < right.value;

    /// <summary>Whether one version comes after another.</summary>
    public static bool operator >(StreamVersion left, StreamVersion right) => left.value > right.value;

    /// <summary>Whether one version comes before another or is the same.</summary>
    public static bool operator <=(StreamVersion left, StreamVersion right) => left.value <= right.value;

    /// <summary>Whether one version comes after another or is the same.</summary>
    public static bool operator >=(StreamVersion left, StreamVersion right) => left.value >= right.value;

    /// <inheritdoc/>
    public int CompareTo(StreamVersion other) => value.CompareTo(other.value);

    /// <summary>The position as digits, or <c>none</c>.</summary>
    public override string ToString() => IsNone ? "none" : value.ToString(CultureInfo.InvariantCulture);
}
