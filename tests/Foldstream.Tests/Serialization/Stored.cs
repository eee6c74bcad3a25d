using System.Text;

namespace Foldstream.Tests;

/// <summary>Makes stored events without a store.</summary>
internal static class Stored
{
    public static readonly StreamId Stream = Sample.Stream("one", "order");

    public static StoredEvent Event(EventType type, string json, long version = 3) =>
        new(Stream, version, null, Guid.Empty, type, Encoding.UTF8.GetBytes(json), TestClock.Start, TestClock.Start, []);

    /// <summary>The error of reading some JSON as an event of a definition.</summary>
    public static EventReadException ErrorOf(EventDefinition definition, string json) =>
        Assert.Throws<EventReadException>(() => definition.Decode(Event(definition.Type, json)));
}
