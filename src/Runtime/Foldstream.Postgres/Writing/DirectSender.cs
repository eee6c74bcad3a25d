namespace Foldstream.Postgres;

/// <summary>Sends each append alone, as one statement in a transaction of its own.</summary>
internal sealed class DirectSender(Database database, AppendStatements statements) : IAppendSender
{
    public async ValueTask<StoredAppend?> SendAsync(PendingAppend append, ExpectedVersion expected, CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var batch = database.Batch(connection);
        await using var disposing = batch.ConfigureAwait(false);
        AppendBatch.Fill(batch, statements, [(append, expected)], database.Facts.LockClass);
        var answers = await AppendBatch.ExecuteAsync(batch, 1, cancellationToken).ConfigureAwait(false);
        return answers[0];
    }
}
