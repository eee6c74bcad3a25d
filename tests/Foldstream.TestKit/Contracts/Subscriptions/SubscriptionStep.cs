namespace Foldstream.TestKit;

/// <summary>One step in the life of a subscription.</summary>
internal enum SubscriptionStep
{
    /// <summary>Events are stored.</summary>
    Append,

    /// <summary>It is paused.</summary>
    Pause,

    /// <summary>It goes on.</summary>
    Resume,

    /// <summary>It is stopped.</summary>
    Stop,

    /// <summary>It is begun again.</summary>
    Start,

    /// <summary>It is sent back to the beginning; its read model is emptied with it.</summary>
    Restart,

    /// <summary>Another run takes it over in the middle of what it does, as after a crash.</summary>
    Crash,

    /// <summary>The next transaction fails.</summary>
    Fail,

    /// <summary>Everything is waited for and looked at.</summary>
    Look,
}
