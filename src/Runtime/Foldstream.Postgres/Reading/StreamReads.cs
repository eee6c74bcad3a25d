namespace Foldstream.Postgres;

/// <summary>Reads the events of one stream, page by page.</summary>
internal sealed class StreamReads(Database database, EventQuery query, PageReader pages)
{
    private readonly string forwards = query.Stream(ReadDirection.Forwards);
    private readonly string backwards = query.Stream(ReadDirection.Backwards);

    public async ValueTask ReadAsync(StreamId stream, StreamRange range, IEventVisitor visitor, CancellationToken cancellationToken)
    {
        var counting = new CountingVisitor(visitor);
        await database.TryAsync(_ => ReadOnAsync(stream, range, counting, cancellationToken), cancellationToken).ConfigureAwait(false);
        counting.ThrowError();
    }

    // Begins where an attempt before it ended.
    private async ValueTask<bool> ReadOnAsync(StreamId stream, StreamRange range, CountingVisitor visitor, CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        while (!visitor.Stopped)
        {
            var before = visitor.Count;
            var wanted = Math.Min((range.Limit ?? long.MaxValue) - before, PageReader.Size);
            if (wanted == 0)
                break;
            var (from, to) = Rest(range, visitor);
            await pages.ReadAsync(
                connection,
                range.Direction == ReadDirection.Forwards ? forwards : backwards,
                parameters =>
                {
                    AppendLookup.AddStream(parameters, stream);
                    parameters.AddInt64(from);
                    parameters.AddInt64(to);
                    parameters.AddInt64(wanted);
                },
                stream,
                visitor,
                cancellationToken).ConfigureAwait(false);
            if (visitor.Count - before < wanted)
                break;
        }

        return true;
    }

    private static (long From, long To) Rest(StreamRange range, CountingVisitor visitor)
    {
        var from = range.From.Count - 1;
        var to = range.To is { } last ? last.Count - 1 : long.MaxValue;
        return visitor.Count == 0 ? (from, to)
            : range.Direction == ReadDirection.Forwards ? (visitor.LastVersion + 1, to)
            : (from, visitor.LastVersion - 1);
    }
}
