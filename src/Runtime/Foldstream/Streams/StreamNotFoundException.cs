namespace Foldstream;

/// <summary>A stream that was to be loaded has no events.</summary>
public sealed class StreamNotFoundException : FoldstreamException
{
    internal StreamNotFoundException(StreamId stream, AsOf? asOf)
        : base(asOf is null
            ? $"Stream {stream.Describe()} has no events: check its id, or use FindAsync, which gives null."
            : $"Stream {stream.Describe()} has no events as of {asOf}: it began later or not at all; FindAsync gives null.")
    {
        Stream = stream;
    }

    /// <summary>The stream that was asked for.</summary>
    public StreamId Stream { get; }
}
