namespace Foldstream;

/// <summary>How a projection is folded in memory.</summary>
public sealed record LiveOptions
{
    /// <summary>The defaults.</summary>
    public static LiveOptions Default { get; } = new();

    /// <summary>Keeps the state in the store as a snapshot, once so many events were folded since the last one, and resumes from it. The default, null, keeps and looks for none.</summary>
    /// <remarks>A state that is missing, of another fingerprint or unreadable costs a fold from the beginning and nothing else; <c>foldstream.projection.snapshots</c> counts it.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? SnapshotEvery
    {
        get;
        init
        {
            if (value is { } number)
                ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(SnapshotEvery));
            field = value;
        }
    }
}
