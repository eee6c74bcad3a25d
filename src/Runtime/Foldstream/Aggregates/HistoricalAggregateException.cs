namespace Foldstream;

/// <summary>A copy of an aggregate's past was to be saved.</summary>
public sealed class HistoricalAggregateException : FoldstreamException
{
    internal HistoricalAggregateException(StreamId stream, AsOf asOf)
        : base($"The copy of stream {stream.Describe()} shows {asOf} and cannot be saved: load it without AsOf to change it.")
    {
        Stream = stream;
        AsOf = asOf;
    }

    /// <summary>The stream.</summary>
    public StreamId Stream { get; }

    /// <summary>The point in the past that the copy shows.</summary>
    public AsOf AsOf { get; }
}
