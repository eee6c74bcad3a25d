using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>Sends appends together with what the inline projections make of their events.</summary>
/// <remarks>
/// Three round trips: the events; the documents, locked; what became of them and the commit. The guard of the table of events lets them pass because the
/// transaction says which projections it runs, from before the events until after them. They follow one another from before their positions are drawn,
/// so that a document that follows from several streams gets its events in the order of the log.
/// </remarks>
internal sealed class InlineAppends(ReadModelParts parts, MultiStreamSender sender, InlineProjections projections)
{
    private readonly Database database = parts.Database;
    private readonly string say = $"SELECT pg_catalog.set_config({SchemaName.Literal(parts.Database.Schema.InlineSetting)}, $1, true)";
    private readonly string takeTurn =
        $"SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended({SchemaName.Literal("foldstream inline " + parts.Database.Schema.Name)}, 0))";

    private readonly string positions = $"SELECT e.event_id, e.position FROM {parts.Database.Schema.Quoted}.events e WHERE e.event_id = ANY ($1)";

    /// <summary>Sends them in a transaction of their own.</summary>
    public async ValueTask<StoredAppend?[]> SendAsync(PendingAppend[] appends, ExpectedVersion[] expected, CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var transaction = new ReadModelTransaction(parts, connection);
        await using var ending = transaction.ConfigureAwait(false);
        transaction.Unwrap();
        return await SendAsync(transaction, connection, appends, expected, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends them inside a transaction that somebody else ends.</summary>
    public async Task<StoredAppend?[]> SendWithinAsync(
        NpgsqlTransaction outer, PendingAppend[] appends, ExpectedVersion[] expected, CancellationToken cancellationToken)
    {
        var transaction = new ReadModelTransaction(parts, outer);
        await using var ending = transaction.ConfigureAwait(false);
        return await SendAsync(transaction, outer.Connection!, appends, expected, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StoredAppend?[]> SendAsync(
        ReadModelTransaction transaction, NpgsqlConnection connection, PendingAppend[] appends, ExpectedVersion[] expected, CancellationToken cancellationToken)
    {
        var batch = database.Batch(connection);
        await using var disposing = batch.ConfigureAwait(false);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(takeTurn));
        batch.BatchCommands.Add(Say("," + string.Join(',', projections.Names) + ","));
        sender.Fill(batch, appends, expected);
        var before = batch.BatchCommands.Count - appends.Length;
        batch.BatchCommands.Add(Positions(appends));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(parts.Projections.Inline));
        batch.BatchCommands.Add(Say(""));
        var (answers, places, inline) = await batch.AskAsync(before, (reader, cancellation) => ReadAsync(reader, appends.Length, cancellation), cancellationToken)
            .ConfigureAwait(false);
        if (!Array.TrueForAll(answers, answer => answer is not null))
            return answers;
        var events = appends.SelectMany((append, index) => append.Recorded(answers[index]!, database.Facts.Identity, places)).OrderBy(item => item.Position!.Value.Value);
        await projections.ApplyAsync(transaction, inline, [.. events], cancellationToken).ConfigureAwait(false);
        await transaction.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return answers;
    }

    private static async ValueTask<(StoredAppend?[] Answers, Dictionary<Guid, long> Places, List<ProjectionState> Inline)> ReadAsync(
        NpgsqlDataReader reader, int count, CancellationToken cancellationToken)
    {
        var answers = await AppendBatch.ReadAsync(reader, count).ConfigureAwait(false);
        var places = await reader.ToListAsync(row => KeyValuePair.Create(row.GetGuid(0), row.GetInt64(1)), cancellationToken).ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        return (answers, new Dictionary<Guid, long>(places), await reader.ToListAsync(ProjectionStatements.Read, cancellationToken).ConfigureAwait(false));
    }

    private NpgsqlBatchCommand Say(string names)
    {
        var command = new NpgsqlBatchCommand(say);
        command.Parameters.AddText(names);
        return command;
    }

    private NpgsqlBatchCommand Positions(PendingAppend[] appends)
    {
        var command = new NpgsqlBatchCommand(positions);
        command.Parameters.AddArray([.. appends.SelectMany(append => append.Ids)], NpgsqlDbType.Uuid);
        return command;
    }
}
