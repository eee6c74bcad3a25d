using System.Globalization;
using System.Text;

namespace Foldstream.Sqlite.OtherProcess;

/// <summary>Appends events to one stream, one after the other.</summary>
internal static class Appending
{
    public static async Task RunAsync(SqliteEventStore store, string stream, int count)
    {
        for (var number = 0; number < count; number++)
            await store.AppendAsync(StreamId.Parse(stream), ExpectedVersion.Any, [Event(number)]);
    }

    public static EventData Event(int number, Guid? id = null) => new(
        new EventType("counted"),
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"number":{{number}}}""")),
        new EventStamp(id));
}
