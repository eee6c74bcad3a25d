namespace Foldstream;

/// <summary>What a store knows of a stream's end: all that a write condition may look at.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The version of its last event, or <see cref="StreamVersion.None"/>.</param>
/// <param name="Last">The facts of its last event; null where there is none.</param>
public sealed record StreamHead(StreamId Stream, StreamVersion Version, LastEvent? Last)
{
    /// <summary>Whether the stream has at least one event.</summary>
    public bool Exists => !Version.IsNone;

    /// <summary>The head of a stream that has no events.</summary>
    public static StreamHead Empty(StreamId stream) => new(stream, StreamVersion.None, null);
}
