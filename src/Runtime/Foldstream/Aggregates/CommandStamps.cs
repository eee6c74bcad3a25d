namespace Foldstream;

/// <summary>Gives each event of one command its stamp.</summary>
internal readonly struct CommandStamps(StreamId stream, CommandContext context)
{
    private readonly EventMetadata metadata = context.Metadata;

    public EventStamp For(int index) => new(
        context.IdempotencyKey is { } key ? IdempotentEventId.Derive(stream, key, index) : null,
        context.OccurredAt,
        metadata);
}
