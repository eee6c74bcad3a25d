namespace Foldstream;

/// <summary>Lets a store keep snapshots of an aggregate or decider, so that a load folds only what came after the last one.</summary>
/// <remarks>
/// The generator writes how the whole state is kept and taken back, private members included. A snapshot that is missing, stale or unreadable costs a full replay, and nothing else.
/// With neither <see cref="Every"/> nor <see cref="Policy"/> snapshots are taken by hand only.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SnapshotAttribute : Attribute
{
    /// <summary>Takes a snapshot with every save that crosses a multiple of so many events; at least 1. The default, 0, does not.</summary>
    public int Every { get; set; }

    /// <summary>The name of a static property of the type that gives a <see cref="SnapshotPolicy"/>. The default is null.</summary>
    public string? Policy { get; set; }

    /// <summary>Whether a snapshot is written behind the save, which then does not wait for it. The default is false.</summary>
    public bool InBackground { get; set; }
}
