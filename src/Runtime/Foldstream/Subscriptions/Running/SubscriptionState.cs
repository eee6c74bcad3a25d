namespace Foldstream;

/// <summary>What a subscription does at the moment, in this process.</summary>
public enum SubscriptionState
{
    /// <summary>It finds its checkpoint and its partitions.</summary>
    Starting,

    /// <summary>It handles events that were there before it came so far.</summary>
    CatchingUp,

    /// <summary>It has handled everything in the partitions that it has here, and waits for more.</summary>
    Live,

    /// <summary>It waits before it tries again: an event that failed, or a store that cannot be reached.</summary>
    Retrying,

    /// <summary>It was paused; its partitions stay with it.</summary>
    Paused,

    /// <summary>It was told to stop and ends what it is doing.</summary>
    Stopping,

    /// <summary>It was stopped.</summary>
    Stopped,

    /// <summary>It ended with an error.</summary>
    Faulted,
}
