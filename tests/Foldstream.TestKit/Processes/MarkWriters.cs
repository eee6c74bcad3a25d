using System.Text;
using System.Text.Json;

namespace Foldstream.TestKit;

/// <summary>Append marks to many streams until they are ended.</summary>
internal sealed class MarkWriters : IAsyncDisposable
{
    private const int Count = 3;

    // So many that each partition has some.
    private const int Streams = 300;

    private readonly CancellationTokenSource end = new();
    private readonly Task[] writers;
    private int appends;

    public MarkWriters(IEventStore store, int seed, CancellationToken cancellation) =>
        writers = [.. Enumerable.Range(0, Count).Select(writer => Task.Run(() => WriteAsync(store, new Random((seed * Count) + writer), cancellation), cancellation))];

    public static (string Group, long Amount) Read(RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Data);
        return (json.RootElement.GetProperty("group").GetString()!, json.RootElement.GetProperty("amount").GetInt64());
    }

    /// <summary>Completes when so many more appends were stored.</summary>
    public async Task AfterAsync(int more, CancellationToken cancellation)
    {
        for (var target = Volatile.Read(ref appends) + more; Volatile.Read(ref appends) < target;)
        {
            await Task.WhenAll(writers.Where(writer => writer.IsFaulted));
            await Task.Delay(5, cancellation);
        }
    }

    /// <summary>Ends the appends; what a writer met is thrown.</summary>
    public async Task EndAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(writers);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(writers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private async Task WriteAsync(IEventStore store, Random random, CancellationToken cancellation)
    {
        while (!end.IsCancellationRequested)
        {
            var stream = new StreamId("tally", $"tally-{random.Next(Streams)}");
            EventData[] marks = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Mark($"group-{random.Next(5)}", random.Next(1, 1000)))];
            await store.AppendAsync(stream, ExpectedVersion.Any, marks, cancellation);
            Interlocked.Increment(ref appends);
            await Task.Delay(random.Next(20), cancellation);
        }
    }

    private static EventData Mark(string group, long amount) =>
        new(new EventType("mark-made"), Encoding.UTF8.GetBytes($$"""{"group":"{{group}}","amount":{{amount}}}"""));
}
