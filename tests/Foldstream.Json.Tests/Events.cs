using System.Text;

namespace Foldstream.Json.Tests;

/// <summary>Writes and reads the events of the catalogue as a store would.</summary>
internal static class Events
{
    // That one exists to be refused.
    public static TheoryData<string> Names => [.. TestsEvents.Model.Definitions.Select(definition => definition.Type.Name).Where(name => name != "careless-converter")];

    public static EventDefinition Definition(string name) => TestsEvents.Model.Find(name)!;

    public static byte[] Write(object value) => TestsEvents.Model.Encode(value).Data.ToArray();

    public static T Read<T>(string json) => (T)Read(TestsEvents.Model.Find(typeof(T))!, Encoding.UTF8.GetBytes(json));

    public static object Read(EventDefinition definition, ReadOnlySpan<byte> json) => definition.Decode(new StoredEvent(
        new StreamId("order", "4711"), 3, null, Guid.Empty, definition.Type, json, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, []));

    public static EventReadException Refused<T>(string json) => Refused(TestsEvents.Model.Find(typeof(T))!, Encoding.UTF8.GetBytes(json));

    /// <summary>Reads what cannot be read, and checks that the exception says which event, and where in it.</summary>
    public static EventReadException Refused(EventDefinition definition, byte[] json)
    {
        var exception = Assert.Throws<EventReadException>(() => Read(definition, json));
        Assert.Equal(definition.Type, exception.Type);
        Assert.Equal("order/4711", exception.Stream.ToString());
        Assert.NotNull(exception.Member);
        Assert.NotNull(exception.BytePosition);
        Assert.InRange(exception.BytePosition.Value, 0, json.Length);
        return exception;
    }
}
