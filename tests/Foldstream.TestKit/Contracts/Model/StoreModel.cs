namespace Foldstream.TestKit;

/// <summary>What a store should hold: lists of event ids.</summary>
internal sealed class StoreModel
{
    private readonly Dictionary<StreamId, List<Guid>> streams = [];

    /// <summary>Every event in the order in which it was appended.</summary>
    public List<(StreamId Stream, Guid Id)> Log { get; } = [];

    /// <summary>The appends that were stored, each with its first result.</summary>
    public List<(IReadOnlyList<StreamAppend> Appends, IReadOnlyList<AppendResult> Results)> Stored { get; } = [];

    public IEnumerable<StreamId> Streams => streams.Keys;

    public IReadOnlyList<Guid> Of(StreamId stream) => streams.TryGetValue(stream, out var events) ? events : [];

    public void Add(IReadOnlyList<StreamAppend> appends, IReadOnlyList<AppendResult> results)
    {
        Stored.Add((appends, results));
        // The store says which stream of one append comes first in the log.
        foreach (var (append, _) in appends.Zip(results).OrderBy(item => item.Second.LastPosition?.Value))
        {
            if (!streams.TryGetValue(append.Stream, out var events))
                streams.Add(append.Stream, events = []);
            events.AddRange(append.Events.Select(item => item.Id!.Value));
            Log.AddRange(append.Events.Select(item => (append.Stream, item.Id!.Value)));
        }
    }

    public Guid[] Read(ReadStep step, StreamId stream)
    {
        var wanted = Of(stream).Index().Where(item => item.Index >= step.From && item.Index <= (step.To ?? int.MaxValue));
        return [.. Directed(wanted, step.Direction).Take(step.Limit ?? int.MaxValue).Select(item => item.Item)];
    }

    public Guid[] ReadLog(ReadLogStep step, string tenant)
    {
        var wanted = Log.Index().Where(item => item.Index > Wrap(step.After, -1) && item.Index <= Wrap(step.UpTo, int.MaxValue));
        var ofTenant = wanted.Where(item => !step.OneTenant || item.Item.Stream.Tenant == tenant);
        return [.. Directed(ofTenant, step.Direction).Take(step.Limit ?? int.MaxValue).Select(item => item.Item.Id)];
    }

    /// <summary>A number of an event that exists.</summary>
    public int Wrap(int? number, int otherwise) => number is { } given ? given % Log.Count : otherwise;

    private static IEnumerable<T> Directed<T>(IEnumerable<T> events, ReadDirection direction) =>
        direction == ReadDirection.Forwards ? events : events.Reverse();
}
