using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>Sends appends together with what the inline projections make of their events.</summary>
/// <remarks>
/// <para>Three round trips: the events; the documents, locked; what became of them and the commit. The guard of the table of events lets them pass because the
/// transaction says which projections it runs, from before the events until after them.</para>
/// <para>A document is to get its events in the order of the log, which is that of their positions. Where it follows from one stream, the stream's row sees to it:
/// an append has it from before its positions are drawn until it ends. Where the order of streams does not count, the lock of the document is enough. For the
/// others the row is too little: of two streams' appends the one with the later position could come to the document first. Which documents they change is not known
/// before the events are stored (a key may depend on the position), so the appends to one such projection follow one another, and those to no such one wait for nobody.</para>
/// </remarks>
internal sealed class InlineAppends(ReadModelParts parts, MultiStreamSender sender, InlineProjections projections)
{
    private readonly Database database = parts.Database;
    private readonly string say = $"SELECT pg_catalog.set_config({SchemaName.Literal(parts.Database.Schema.InlineSetting)}, $1, true)";
    private readonly string takeTurns =
        $"SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended({SchemaName.Literal("foldstream inline " + parts.Database.Schema.Name + " ")} || t.name, 0)) FROM unnest($1) t (name)";

    private readonly string positions = $"SELECT e.event_id, e.position FROM {parts.Database.Schema.Quoted}.events e WHERE e.event_id = ANY ($1)";

    /// <summary>Sends them in a transaction of their own.</summary>
    public async ValueTask<StoredAppend?[]> SendAsync(PendingAppend[] appends, ExpectedVersion[] expected, CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var transaction = new ReadModelTransaction(parts, connection);
        await using var ending = transaction.ConfigureAwait(false);
        transaction.Unwrap();
        return await SendAsync(transaction, connection, appends, expected, seesChanges: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends them inside a transaction that somebody else ends.</summary>
    public async Task<StoredAppend?[]> SendWithinAsync(
        NpgsqlTransaction outer, PendingAppend[] appends, ExpectedVersion[] expected, CancellationToken cancellationToken)
    {
        var transaction = new ReadModelTransaction(parts, outer);
        await using var ending = transaction.ConfigureAwait(false);
        return await SendAsync(transaction, outer.Connection!, appends, expected, SeesChanges(outer), cancellationToken).ConfigureAwait(false);
    }

    private async Task<StoredAppend?[]> SendAsync(
        ReadModelTransaction transaction,
        NpgsqlConnection connection,
        PendingAppend[] appends,
        ExpectedVersion[] expected,
        bool seesChanges,
        CancellationToken cancellationToken)
    {
        var batch = database.Batch(connection);
        await using var disposing = batch.ConfigureAwait(false);
        var running = projections.Now();
        var names = running.Names;
        if (running.OrderedAcrossStreams([.. appends.Select(append => append.Append)]) is { Count: > 0 } ordered)
            batch.BatchCommands.Add(TakeTurns(ordered));
        batch.BatchCommands.Add(Say("," + string.Join(',', names) + ","));
        sender.Fill(batch, appends, expected);
        var before = batch.BatchCommands.Count - appends.Length;
        batch.BatchCommands.Add(Positions(appends));
        batch.BatchCommands.Add(States(names, seesChanges));
        batch.BatchCommands.Add(Say(""));
        var (answers, places, inline) = await batch.AskAsync(before, (reader, cancellation) => ReadAsync(reader, appends.Length, cancellation), cancellationToken)
            .ConfigureAwait(false);
        if (!Array.TrueForAll(answers, answer => answer is not null))
            return answers;
        if (!seesChanges && inline.Count < names.Count)
            throw OlderThanItsProjections(names.First(name => inline.TrueForAll(state => state.Name != name)));
        inline.RemoveAll(state => state.Lifecycle != Lifecycle.Inline);
        var events = appends.SelectMany((append, index) => append.Recorded(answers[index]!.Value, database.Facts.Identity, places)).OrderBy(item => item.Position!.Value.Value);
        await running.ApplyAsync(transaction, inline, [.. events], cancellationToken).ConfigureAwait(false);
        await transaction.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return answers;
    }

    private static async ValueTask<(StoredAppend?[] Answers, Dictionary<Guid, long> Places, List<ProjectionState> Inline)> ReadAsync(
        NpgsqlDataReader reader, int count, CancellationToken cancellationToken)
    {
        var answers = new List<StoredAppend?>(count);
        await AppendBatch.ReadAsync(reader, count, answers).ConfigureAwait(false);
        var places = await reader.ToListAsync(row => KeyValuePair.Create(row.GetGuid(0), row.GetInt64(1)), cancellationToken).ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        return ([.. answers], new Dictionary<Guid, long>(places), await reader.ToListAsync(ProjectionStatements.Read, cancellationToken).ConfigureAwait(false));
    }

    // In a stricter transaction a look at the table of projections tells how it was when the transaction began, not whether the events are to be applied now.
    private static bool SeesChanges(NpgsqlTransaction outer) => outer.IsolationLevel is IsolationLevel.ReadCommitted or IsolationLevel.ReadUncommitted;

    private StoreBusyException OlderThanItsProjections(string projection) => new(
        database.Faults.Store,
        TimeSpan.Zero,
        $"The transaction began before projection '{projection}' was known to {database.Faults.Store}, and sees nothing of it. Nothing was stored: roll it back and run it again.");

    private NpgsqlBatchCommand States(IReadOnlyList<string> names, bool seesChanges)
    {
        if (seesChanges)
            return new NpgsqlBatchCommand(parts.Projections.Inline);
        var command = new NpgsqlBatchCommand(parts.Projections.InlineUnchanged);
        command.Parameters.AddArray([.. names], NpgsqlDbType.Text);
        return command;
    }

    private NpgsqlBatchCommand TakeTurns(IReadOnlyList<string> names)
    {
        var command = new NpgsqlBatchCommand(takeTurns);
        command.Parameters.AddArray([.. names], NpgsqlDbType.Text);
        return command;
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
