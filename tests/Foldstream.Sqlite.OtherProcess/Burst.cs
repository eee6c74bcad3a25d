using System.Globalization;

namespace Foldstream.Sqlite.OtherProcess;

/// <summary>Appends from many tasks at once without end, and says each append that was acknowledged in a line of its own.</summary>
internal static class Burst
{
    public static Task RunAsync(SqliteEventStore store, int writers)
    {
        Console.WriteLine("ready");
        return Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(store, writer))));
    }

    private static async Task WriteAsync(SqliteEventStore store, int writer)
    {
        var own = new StreamId("writer", writer.ToString(CultureInfo.InvariantCulture));
        var shared = new StreamId("shared", "by-all");
        for (var round = 0; ; round++)
        {
            Guid[] ids = [.. Enumerable.Range(0, 1 + (round % 3)).Select(_ => Guid.CreateVersion7())];
            EventData[] events = [.. ids.Select((id, index) => Appending.Event(index, id))];
            var result = await store.AppendAsync(round % 2 == 0 ? own : shared, ExpectedVersion.Any, events);
            for (var index = 0; index < ids.Length; index++)
                Console.WriteLine($"{result.Stream} {result.FirstVersion + index} {ids[index]}");
        }
    }
}
