using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>Sends appends to several streams in a transaction that ends without them when one of them is refused.</summary>
internal sealed class MultiStreamSender(Database database, AppendStatements statements)
{
    public async ValueTask<StoredAppend?[]> SendAsync(
        PendingAppend[] appends, ExpectedVersion[] expected, CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var ending = transaction.ConfigureAwait(false);
        var answers = await SendWithinAsync(connection, appends, expected, cancellationToken).ConfigureAwait(false);
        if (Array.TrueForAll(answers, answer => answer is not null))
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return answers;
    }

    /// <summary>Sends the appends inside a transaction that somebody else ends.</summary>
    public async Task<StoredAppend?[]> SendWithinAsync(
        NpgsqlConnection connection, PendingAppend[] appends, ExpectedVersion[] expected, CancellationToken cancellationToken)
    {
        var batch = database.Batch(connection);
        await using var disposing = batch.ConfigureAwait(false);
        Fill(batch, appends, expected);
        var answers = new List<StoredAppend?>(appends.Length);
        await AppendBatch.ExecuteAsync(batch, appends.Length, answers, cancellationToken).ConfigureAwait(false);
        return [.. answers];
    }

    /// <summary>Adds the commands of the appends; each of them gives an answer, those of the appends come last.</summary>
    public void Fill(NpgsqlBatch batch, PendingAppend[] appends, ExpectedVersion[] expected)
    {
        if (appends.Length > 1)
            batch.BatchCommands.Add(LockStreams(appends));
        AppendBatch.Fill(batch, statements, [.. appends.Zip(expected)], append => AppendCommand.For(append, statements));
    }

    private NpgsqlBatchCommand LockStreams(PendingAppend[] appends)
    {
        StreamId[] streams = [.. appends.Select(append => append.Stream)];
        Array.Sort(streams, StreamOrder.Compare);
        var command = new NpgsqlBatchCommand(statements.LockStreams);
        command.Parameters.AddArray([.. streams.Select(stream => stream.Category)], NpgsqlDbType.Text);
        command.Parameters.AddArray([.. streams.Select(stream => stream.Id)], NpgsqlDbType.Text);
        command.Parameters.AddArray([.. streams.Select(stream => stream.Tenant)], NpgsqlDbType.Text);
        return command;
    }
}
