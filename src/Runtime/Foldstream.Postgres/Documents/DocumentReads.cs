using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Reads documents outside of transactions.</summary>
internal sealed class DocumentReads(ReadModelParts parts)
{
    public async ValueTask<IReadOnlyList<StoredDocument>> LoadAsync(
        DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken)
    {
        var table = parts.Tables[collection];
        // Without keys it still says whether there is a place for them.
        return await AskAsync(
            table,
            keys.Count == 0 ? table.OfOneTenant : DocumentKeyBinding.Text(table, keys),
            parameters => DocumentKeyBinding.Bind(parameters, keys),
            parts.Rows.Read,
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<List<T>> AskAsync<T>(
        DocumentTable table, string text, Action<NpgsqlParameterCollection> bind, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await parts.Database.ListAsync(text, bind, read, cancellationToken).ConfigureAwait(false);
        }
        catch (FoldstreamException error) when (error.InnerException is PostgresException answer && DocumentTables.IsMissing(answer, table))
        {
            throw new UnknownProjectionException(table.Collection);
        }
    }
}
