namespace Foldstream;

/// <summary>Finds what an earlier run of a command stored under the same idempotency key.</summary>
internal static class EarlierRun
{
    public static async ValueTask<CommandResult?> FindAsync(
        IEventStore store, StreamId stream, string key, CancellationToken cancellationToken)
    {
        var first = await store.FindEventAsync(IdempotentEventId.Derive(stream, key, 0), cancellationToken).ConfigureAwait(false);
        if (first is null)
            return null;
        var run = new RunOfKey(stream, key);
        await store.ReadAsync(stream, new StreamRange { From = first.Version }, run, cancellationToken).ConfigureAwait(false);
        var stored = new AppendResult(
            stream, first.Version, run.LastVersion, run.LastPosition, run.RecordedAt, AlreadyStored: true);
        return new CommandResult(stream, run.LastVersion.Count, stored);
    }

    /// <summary>Follows the events of one key to the last one.</summary>
    private sealed class RunOfKey(StreamId stream, string key) : IEventVisitor
    {
        private int count;

        public StreamVersion LastVersion { get; private set; }

        public GlobalPosition? LastPosition { get; private set; }

        public DateTimeOffset RecordedAt { get; private set; }

        public bool Visit(in StoredEvent stored)
        {
            if (stored.Id != IdempotentEventId.Derive(stream, key, count))
                return false;
            count++;
            LastVersion = stored.Version;
            LastPosition = stored.Position;
            RecordedAt = stored.RecordedAt;
            return true;
        }
    }
}
