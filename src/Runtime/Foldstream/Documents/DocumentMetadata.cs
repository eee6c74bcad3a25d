namespace Foldstream;

/// <summary>What is known of a document beside its content.</summary>
/// <param name="CreatedAt">When the first event of the document was recorded.</param>
/// <param name="UpdatedAt">When the last event of the document was recorded.</param>
/// <param name="Version">How many events were applied to it.</param>
/// <param name="LastPosition">The position of the last event that was applied.</param>
/// <param name="Source">The stream that it follows from; null where it follows from several.</param>
public sealed record DocumentMetadata(
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, long Version, GlobalPosition LastPosition, StreamId? Source);
