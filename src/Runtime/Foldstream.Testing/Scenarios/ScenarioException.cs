namespace Foldstream.Testing;

/// <summary>A scenario did not end as it should, or could not be played. The message is the whole story.</summary>
public sealed class ScenarioException : FoldstreamException
{
    internal ScenarioException(string problem, string story, IReadOnlyList<string>? differences = null, Exception? innerException = null)
        : base($"{problem}{(story.Length == 0 ? "" : "\n")}{story}", innerException)
    {
        Problem = problem;
        Differences = differences ?? [];
    }

    /// <summary>What is wrong, on one line.</summary>
    public string Problem { get; }

    /// <summary>The members that differ in the first event or document that does, with both values; empty where something else is wrong.</summary>
    public IReadOnlyList<string> Differences { get; }
}
