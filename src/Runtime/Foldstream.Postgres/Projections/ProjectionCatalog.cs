namespace Foldstream.Postgres;

/// <summary>Knows the projections of a store, and makes and removes the places of their documents.</summary>
internal sealed class ProjectionCatalog(ReadModelParts parts, ReadModelTransactions transactions)
{
    private readonly Database database = parts.Database;
    private readonly ProjectionStatements statements = parts.Projections;

    public ValueTask<ProjectionState> PrepareAsync(ProjectionDefinition projection, string fingerprint, bool isShadow, CancellationToken cancellationToken) =>
        database.TryAsync(
            async _ =>
            {
                var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using var closing = connection.ConfigureAwait(false);
                var batch = database.Batch(connection);
                await using var disposing = batch.ConfigureAwait(false);
                var prepare = new Npgsql.NpgsqlBatchCommand(statements.Prepare);
                ProjectionStatements.BindPrepare(prepare.Parameters, projection, isShadow);
                batch.BatchCommands.Add(prepare);
                var introduce = new Npgsql.NpgsqlBatchCommand(statements.Introduce);
                introduce.Parameters.AddText(projection.Name);
                introduce.Parameters.AddText(fingerprint);
                ProjectionStatements.BindInterest(introduce.Parameters, projection);
                batch.BatchCommands.Add(introduce);
                var states = await batch.AskAsync(1, (reader, cancellation) => reader.ToListAsync(ProjectionStatements.Read, cancellation), cancellationToken)
                    .ConfigureAwait(false);
                return states[0];
            },
            cancellationToken);

    public async ValueTask<ProjectionState?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = await database.ListAsync(statements.Find, parameters => parameters.AddText(name), ProjectionStatements.Read, cancellationToken).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    public async ValueTask DropShadowAsync(string projection, CancellationToken cancellationToken) =>
        await database.ListAsync(
            statements.Drop,
            parameters =>
            {
                parameters.AddText(DocumentTable.Check(projection));
                parameters.AddBoolean(true);
            },
            static _ => true,
            cancellationToken).ConfigureAwait(false);

    /// <remarks>Appends are kept out first: the guard of its events goes too, and whoever promotes has the table of events before everything else.</remarks>
    public async ValueTask<bool> ForgetAsync(string name, CancellationToken cancellationToken)
    {
        var known = false;
        await transactions.RunAsync(
            async (transaction, cancellation) => known = await transaction.ForgetProjectionAsync(name, cancellation).ConfigureAwait(false),
            excludesAppends: true,
            cancellationToken).ConfigureAwait(false);
        return known;
    }
}
