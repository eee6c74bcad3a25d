using System.Runtime.ExceptionServices;
using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Runs work in transactions, again where a fault passes and nothing was stored.</summary>
internal sealed class ReadModelTransactions(ReadModelParts parts, SafePosition safe)
{
    private readonly Database database = parts.Database;

    public async ValueTask RunAsync(
        Func<ReadModelTransaction, CancellationToken, ValueTask> work, bool excludesAppends, CancellationToken cancellationToken)
    {
        var failure = await database.TryAsync(_ => TryOnceAsync(work, excludesAppends, cancellationToken), cancellationToken).ConfigureAwait(false);
        failure?.Throw();
    }

    /// <summary>Gives the work's own error, which is nobody's to explain or to try again.</summary>
    private async ValueTask<ExceptionDispatchInfo?> TryOnceAsync(
        Func<ReadModelTransaction, CancellationToken, ValueTask> work, bool excludesAppends, CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var transaction = new ReadModelTransaction(parts, connection);
        await using var ending = transaction.ConfigureAwait(false);
        SafePosition.Held? held = null;
        try
        {
            if (excludesAppends)
                held = safe.Hold(await transaction.ExcludeAppendsAsync(cancellationToken).ConfigureAwait(false));
            await work(transaction, cancellationToken).ConfigureAwait(false);
            await transaction.CompleteAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (NpgsqlException error) when (transaction.IsCommitting && StoreFaults.Classify(error) == FaultKind.Unknown)
        {
            // It may be stored: only who reads the checkpoint again can tell whether to go on or to repeat.
            cancellationToken.ThrowIfCancellationRequested();
            throw database.Faults.ExplainOpenCommit(error);
        }
        catch (NpgsqlException error) when (error != transaction.Fault && StoreFaults.Classify(error) == FaultKind.Lasting)
        {
            return ExceptionDispatchInfo.Capture(error);
        }
        finally
        {
            if (held is not null)
                safe.Release(held);
        }
    }
}
