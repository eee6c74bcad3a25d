namespace Foldstream;

/// <summary>An append was refused because a projection runs inside the appends of this store, and this process does not run it: its documents would miss the events.</summary>
public sealed class InlineProjectionMissingException : FoldstreamException
{
    /// <summary>Creates the error: for the authors of stores.</summary>
    public InlineProjectionMissingException(string projection)
        : base($"Nothing was appended: projection '{projection}' is inline in this store, and this process does not run it, so its documents would miss the events. "
            + "Run it here with RunAsync(run => run.Project<…>(Lifecycle.Inline)), or run it once as Lifecycle.Async, or forget it.")
    {
        Projection = projection;
    }

    /// <summary>The name of the projection.</summary>
    public string Projection { get; }
}
