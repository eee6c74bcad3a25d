using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Sends appends inside the user's own transaction, which stays usable whatever becomes of them.</summary>
/// <remarks>
/// Nothing is assumed about the session: all names are qualified, nothing is set or prepared by name. A savepoint keeps a refusal away from
/// what the user did before. Going back to it also ends the registration, and each append registers anew.
/// </remarks>
internal sealed class TransactionSender(TransactionSender.SendWithin send, NpgsqlTransaction transaction)
{
    private const string Savepoint = "foldstream_append";

    /// <summary>Sends appends inside a transaction that somebody else ends.</summary>
    public delegate Task<StoredAppend?[]> SendWithin(
        NpgsqlTransaction transaction, PendingAppend[] appends, ExpectedVersion[] expected, CancellationToken cancellationToken);

    public async ValueTask<StoredAppend?[]> SendAsync(
        PendingAppend[] appends, ExpectedVersion[] expected, CancellationToken cancellationToken)
    {
        await transaction.SaveAsync(Savepoint, cancellationToken).ConfigureAwait(false);
        StoredAppend?[] answers;
        try
        {
            answers = await send(transaction, appends, expected, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is PostgresException || error is not NpgsqlException)
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
