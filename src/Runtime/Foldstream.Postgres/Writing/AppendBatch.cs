using System.Runtime.CompilerServices;
using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Puts appends into one pipeline, which the server runs as one transaction, and reads its answers.</summary>
internal static class AppendBatch
{
    /// <summary>Adds the commands of some appends.</summary>
    /// <param name="batch">The pipeline.</param>
    /// <param name="statements">The texts.</param>
    /// <param name="appends">The appends.</param>
    /// <param name="commandFor">Gives a command for an append, which is filled here.</param>
    public static void Fill(
        NpgsqlBatch batch,
        AppendStatements statements,
        IReadOnlyList<(PendingAppend Append, ExpectedVersion Expected)> appends,
        Func<PendingAppend, AppendCommand> commandFor)
    {
        // One that is alone registers by itself; several register once, before the first of them.
        var isAlone = appends.Count == 1;
        if (!isAlone)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statements.Register));
        for (var index = 0; index < appends.Count; index++)
        {
            var (append, expected) = appends[index];
            batch.BatchCommands.Add(commandFor(append).Fill(append, expected, registers: isAlone));
        }
    }

    /// <summary>Sends the pipeline; gives the answers in the order of the appends, null where the server's part of a condition does not hold.</summary>
    /// <param name="batch">The pipeline; the commands of the appends are its last ones.</param>
    /// <param name="count">How many appends there are.</param>
    /// <param name="answers">Where the answers are added.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public static async ValueTask ExecuteAsync(NpgsqlBatch batch, int count, List<StoredAppend?> answers, CancellationToken cancellationToken)
    {
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var reading = reader.ConfigureAwait(false);
        for (var skipped = batch.BatchCommands.Count - count; skipped > 0; skipped--)
            await reader.NextResultAsync(CancellationToken.None).ConfigureAwait(false);
        await ReadAsync(reader, count, answers).ConfigureAwait(false);
    }

    /// <summary>Reads the answers from where the reader stands; leaves it at what comes after them.</summary>
    public static async ValueTask ReadAsync(NpgsqlDataReader reader, int count, List<StoredAppend?> answers)
    {
        for (; count > 0; count--)
        {
            answers.Add(await AppendCommand.ReadAsync(reader).ConfigureAwait(false));
            // After the last answer comes the confirmation of the commit.
            await reader.NextResultAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }
}
