namespace Foldstream.TestKit;

/// <summary>How a produced file and its accepted counterpart differ.</summary>
public enum SnapshotDifferenceKind
{
    /// <summary>Produced, but never accepted.</summary>
    New,

    /// <summary>Produced with another text than the accepted one.</summary>
    NotEqual,

    /// <summary>Accepted once, but no longer produced.</summary>
    Delete,
}
