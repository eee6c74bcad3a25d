namespace Foldstream;

/// <summary>An event of a subscription's page: where it stands, and what was made of it while it was read.</summary>
/// <param name="Position">Its position.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its version in the stream.</param>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its stored name and schema version.</param>
/// <param name="RecordedAt">When it was stored.</param>
/// <param name="Item">What the work made of it; null where that failed or the event is set aside.</param>
/// <param name="DecodingError">Why it could not be decoded; null where it could.</param>
internal readonly record struct TakenEvent(
    GlobalPosition Position,
    StreamId Stream,
    StreamVersion Version,
    Guid Id,
    EventType Type,
    DateTimeOffset RecordedAt,
    object? Item,
    Exception? DecodingError)
{
    /// <summary>Decodes an event while it is in the store's buffers; what fails is kept with it.</summary>
    public static TakenEvent Of(ISubscriptionWork work, in StoredEvent stored)
    {
        object? item = null;
        Exception? error = null;
        try
        {
            item = work.Take(stored);
        }
        catch (Exception exception)
        {
            error = exception;
        }

        return new TakenEvent(stored.Position!.Value, stored.Stream, stored.Version, stored.Id, stored.Type, stored.RecordedAt, item, error);
    }
}
