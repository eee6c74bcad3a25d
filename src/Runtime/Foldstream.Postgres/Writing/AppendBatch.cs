using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Puts appends into one pipeline, which the server runs as one transaction, and reads its answers.</summary>
internal static class AppendBatch
{
    public static void Fill(
        NpgsqlBatch batch, AppendStatements statements, IReadOnlyList<(PendingAppend Append, ExpectedVersion Expected)> appends, int lockClass)
    {
        // One that is alone registers by itself; several register once, before the first of them.
        if (appends.Count > 1)
            batch.BatchCommands.Add(Register(statements, lockClass));
        foreach (var (append, expected) in appends)
            batch.BatchCommands.Add(AppendCommand.Create(statements, append, expected, lockClass, registers: appends.Count == 1));
    }

    /// <summary>The answers in the order of the appends; null where the server's part of a condition does not hold.</summary>
    public static async Task<StoredAppend?[]> ExecuteAsync(NpgsqlBatch batch, int count, CancellationToken cancellationToken)
    {
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var reading = reader.ConfigureAwait(false);
        for (var skipped = batch.BatchCommands.Count - count; skipped > 0; skipped--)
            await reader.NextResultAsync(CancellationToken.None).ConfigureAwait(false);
        return await ReadAsync(reader, count).ConfigureAwait(false);
    }

    /// <summary>The answers from where the reader stands; leaves it at what comes after them.</summary>
    public static async ValueTask<StoredAppend?[]> ReadAsync(NpgsqlDataReader reader, int count)
    {
        var answers = new StoredAppend?[count];
        for (var index = 0; index < count; index++)
        {
            answers[index] = await AppendCommand.ReadAsync(reader).ConfigureAwait(false);
            // After the last answer comes the confirmation of the commit.
            await reader.NextResultAsync(CancellationToken.None).ConfigureAwait(false);
        }

        return answers;
    }

    private static NpgsqlBatchCommand Register(AppendStatements statements, int lockClass)
    {
        var command = new NpgsqlBatchCommand(statements.Register);
        command.Parameters.AddInt32(lockClass);
        return command;
    }
}
