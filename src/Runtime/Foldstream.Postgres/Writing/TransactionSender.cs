using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Sends appends inside the user's own transaction, which stays usable whatever becomes of them.</summary>
/// <remarks>
/// Nothing is assumed about the session: all names are qualified, nothing is set or prepared by name. A savepoint keeps a refusal away from
/// what the user did before. Going back to it also ends the registration, and each append registers anew.
/// </remarks>
internal sealed class TransactionSender(MultiStreamSender sender, NpgsqlTransaction transaction)
{
    private const string Savepoint = "foldstream_append";

    public async ValueTask<StoredAppend?[]> SendAsync(
        PendingAppend[] appends, ExpectedVersion[] expected, CancellationToken cancellationToken)
    {
        await transaction.SaveAsync(Savepoint, cancellationToken).ConfigureAwait(false);
        StoredAppend?[] answers;
        try
        {
            answers = await sender.SendWithinAsync(transaction.Connection!, appends, expected, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is PostgresException or OperationCanceledException)
        {
            await transaction.RollbackAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        if (!Array.TrueForAll(answers, answer => answer is not null))
            await transaction.RollbackAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
        await transaction.ReleaseAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
        return answers;
    }
}
