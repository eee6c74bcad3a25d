using System.Globalization;

namespace Foldstream;

/// <summary>A projection cannot be made inline while it has dead letters: its documents lack these events, and nothing would bring them in any more.</summary>
public sealed class ProjectionIncompleteException : FoldstreamException
{
    internal ProjectionIncompleteException(string projection, long deadLetters)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"Projection '{projection}' has {deadLetters} dead letters, so its documents lack these events. Retry or discard them, or build the documents anew with RebuildAsync; then make it inline."))
    {
        Projection = projection;
        DeadLetters = deadLetters;
    }

    /// <summary>The name of the projection.</summary>
    public string Projection { get; }

    /// <summary>How many events its documents lack.</summary>
    public long DeadLetters { get; }
}
