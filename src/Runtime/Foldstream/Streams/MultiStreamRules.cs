namespace Foldstream;

/// <summary>The rules of an append to several streams, the same on every store: for the authors of stores.</summary>
public static class MultiStreamRules
{
    /// <summary>Refuses an append to no stream, to one stream twice, or with one event id twice.</summary>
    /// <exception cref="ArgumentException">A rule is broken; the message names the stream.</exception>
    public static void Check(IReadOnlyList<StreamAppend> appends)
    {
        ArgumentNullException.ThrowIfNull(appends);
        if (appends.Count == 0)
            throw new ArgumentException("The append names no stream.", nameof(appends));
        var streams = new HashSet<StreamId>();
        var ids = new HashSet<Guid>();
        foreach (var append in appends)
        {
            if (!streams.Add(append.Stream))
                throw new ArgumentException(
                    $"The append names stream {append.Stream.Describe()} twice: put all of its events into one {nameof(StreamAppend)}.", nameof(appends));
            foreach (var item in append.Events)
            {
                if (item.Id is { } id && !ids.Add(id))
                    throw new ArgumentException($"The append holds event id {id} twice: give every event an id of its own.", nameof(appends));
            }
        }
    }
}
