namespace Foldstream;

/// <summary>A handler did not end when its subscription was to stop, not even when it was cancelled; it may still be running.</summary>
public sealed class HandlerAbandonedException : FoldstreamException
{
    internal HandlerAbandonedException(string subscription, int partition, TimeSpan deadline)
        : base($"A handler of subscription '{subscription}' (partition {partition}) did not end within {deadline}, nor when it was cancelled, and was abandoned: "
            + "let it follow its CancellationToken, or raise RunOptions.ShutdownDeadline. Its event is handled again by the next run.")
    {
        Subscription = subscription;
        Partition = partition;
        Deadline = deadline;
    }

    /// <summary>The name of the subscription.</summary>
    public string Subscription { get; }

    /// <summary>Which partition.</summary>
    public int Partition { get; }

    /// <summary>How long the stop waited before it cancelled.</summary>
    public TimeSpan Deadline { get; }
}
