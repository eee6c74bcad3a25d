namespace Foldstream;

/// <summary>Goes on with a fold from a snapshot: the read begins with the last event that the snapshot covers, which proves that the stream has it.</summary>
internal sealed class ResumedFold(IEventVisitor fold, long place) : IEventVisitor
{
    private bool hasPlace;
    private bool hasFailed;

    /// <summary>Why the outcome is no state of the stream; null where it is one.</summary>
    public string? Miss => hasFailed ? SnapshotMiss.Unreadable : hasPlace ? null : SnapshotMiss.WrongVersion;

    public bool Visit(in StoredEvent stored)
    {
        if (!hasPlace)
            return hasPlace = stored.Version.Value == place;
        try
        {
            return fold.Visit(stored);
        }
        catch (Exception error) when (error is not (UnknownEventException or EventReadException))
        {
            // The state may be to blame: the events alone will tell.
            hasFailed = true;
            return false;
        }
    }
}
