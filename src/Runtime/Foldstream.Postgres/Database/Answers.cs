using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Short ways to read answers.</summary>
internal static class Answers
{
    public static async ValueTask<List<T>> ToListAsync<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Sends a batch and reads one of its answers.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="before">How many statements before that one give rows; those that give none have no answer.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async ValueTask<T> AskAsync<T>(
        this NpgsqlBatch batch, int before, Func<NpgsqlDataReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var reading = reader.ConfigureAwait(false);
        for (var passed = 0; passed < before; passed++)
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        var answer = await read(reader, cancellationToken).ConfigureAwait(false);
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
        {
            // Errors of the statements that follow come here.
        }

        return answer;
    }
}
