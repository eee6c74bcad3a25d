namespace Foldstream;

/// <summary>Why a load folds all of a stream although its type keeps snapshots, in the words of the telemetry.</summary>
internal static class SnapshotMiss
{
    /// <summary>There is none.</summary>
    public const string Missing = "missing";

    /// <summary>It was taken under another fingerprint.</summary>
    public const string Stale = "stale";

    /// <summary>Its state cannot be read, or a handler fails on it.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The stream has no event at its place.</summary>
    public const string WrongVersion = "wrong_version";

    /// <summary>It is later than the version that was asked for.</summary>
    public const string TooLate = "too_late";

    /// <summary>The store failed to give it.</summary>
    public const string Error = "error";
}
