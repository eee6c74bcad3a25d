using System.Text;
using System.Text.Json;

namespace Foldstream.TestKit;

/// <summary>Streams and events for tests, with nothing in them that a test does not say.</summary>
public static class Sample
{
    public static StreamId Stream(string id = "one", string category = "thing", string tenant = "") => new(category, id, tenant);

    public static EventData Event(string name = "thing-happened", string data = "{}", EventStamp stamp = default) =>
        new(new EventType(name), Encoding.UTF8.GetBytes(data), stamp);

    public static EventData Event(EventStamp stamp) => Event("thing-happened", "{}", stamp);

    /// <summary>An event whose content is a number, so that a test can tell it from others.</summary>
    public static EventData Numbered(int number, Guid? id = null) =>
        Event("number-drawn", $$"""{"number":{{number}}}""", new EventStamp(Id: id));

    /// <summary>Events with the numbers from a first one on, each with an id of its own.</summary>
    public static EventData[] Events(int count, int first = 0) =>
        [.. Enumerable.Range(first, count).Select(number => Numbered(number, Guid.NewGuid()))];

    public static int NumberOf(RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Data);
        return json.RootElement.GetProperty("number").GetInt32();
    }

    public static string TextOf(RecordedEvent recorded) => Encoding.UTF8.GetString(recorded.Data.Span);
}
