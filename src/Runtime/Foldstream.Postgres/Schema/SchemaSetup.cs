using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Makes or brings forward a schema where that is allowed, and refuses one that this package cannot use.</summary>
internal sealed class SchemaSetup(NpgsqlDataSource database, SchemaName schema, PostgresStoreOptions options, StoreFaults faults)
{
    /// <summary>The steps of the schema; the tests of this package add one.</summary>
    public IReadOnlyList<SchemaMigration> Migrations { get; init; } = SchemaMigrations.All;

    public async Task<StoreFacts> RunAsync(CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var connectionDisposal = connection.ConfigureAwait(false);
        var facts = await FindAsync(connection, cancellationToken).ConfigureAwait(false);
        if (facts?.Version >= Migrations[^1].Version)
            return Check(facts);
        if (options.EnsureSchema == EnsureSchema.Never)
            throw Missing(facts);
        await MigrateAsync(connection, cancellationToken).ConfigureAwait(false);
        return Check((await FindAsync(connection, cancellationToken).ConfigureAwait(false))!);
    }

    private async Task MigrateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var ending = transaction.ConfigureAwait(false);
        await ExecuteAsync(connection, PostgresSchema.Lock(schema), cancellationToken).ConfigureAwait(false);
        // Another process may have been faster.
        var found = await FindAsync(connection, cancellationToken).ConfigureAwait(false);
        if (found is null || found.Version < Migrations[^1].Version)
        {
            var steps = PostgresSchema.Steps(schema, found?.Payload ?? options.Payload, Migrations, found?.Version ?? 0);
            await ExecuteAsync(connection, steps, cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<StoreFacts?> FindAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(connection, cancellationToken).ConfigureAwait(false))
            return null;
        var command = new NpgsqlCommand(
            $"""
            SELECT s.identity, s.version, s.payload, p.seqcache, p.seqrelid::bigint
            FROM {schema.Quoted}.store s, pg_catalog.pg_sequence p
            WHERE p.seqrelid = {schema.PositionsLiteral}::regclass
            """,
            connection);
        await using var commandDisposal = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var readerDisposal = reader.ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            throw new IncompatibleStoreException(faults.Store, $"The table 'store' of {faults.Store} is empty: restore its row from a backup, positions carry what it holds.");
        var payload = reader.GetString(2) == "jsonb" ? PayloadFormat.Jsonb : PayloadFormat.Bytes;
        return new StoreFacts(reader.GetGuid(0), reader.GetInt32(1), payload, reader.GetInt64(3), unchecked((int)reader.GetInt64(4)));
    }

    private async Task<bool> ExistsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(
            """
            SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = $1 AND c.relname IN ('store', 'events', 'positions')
            """,
            connection);
        await using var commandDisposal = command.ConfigureAwait(false);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = schema.Name });
        var found = (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        return found switch
        {
            3 => true,
            0 => false,
            _ => throw new IncompatibleStoreException(
                faults.Store, $"Schema '{schema.Name}' holds tables of something else: name another one in {nameof(PostgresStoreOptions)}.{nameof(PostgresStoreOptions.Schema)}."),
        };
    }

    private StoreFacts Check(StoreFacts facts)
    {
        if (facts.Version > Migrations[^1].Version)
            throw new IncompatibleStoreException(
                faults.Store,
                $"The schema of {faults.Store} has version {facts.Version}, and this package knows it up to {Migrations[^1].Version}: raise the package Foldstream.Postgres.");
        if (facts.Payload != options.Payload)
            throw new IncompatibleStoreException(
                faults.Store,
                $"The schema of {faults.Store} keeps content as {facts.Payload}, not as {options.Payload}: "
                    + $"set {nameof(PostgresStoreOptions)}.{nameof(PostgresStoreOptions.Payload)} to {facts.Payload}.");
        return facts.PositionCache == 1
            ? facts
            : throw new IncompatibleStoreException(
                faults.Store,
                $"The sequence 'positions' of {faults.Store} has CACHE {facts.PositionCache}, with which a feed would skip events: ALTER SEQUENCE {schema.Quoted}.positions CACHE 1.");
    }

    private IncompatibleStoreException Missing(StoreFacts? facts) => new(
        faults.Store,
        $"The schema of {faults.Store} {(facts is null ? "is missing" : $"has version {facts.Version} of {Migrations[^1].Version}")}, and "
            + $"{nameof(PostgresStoreOptions)}.{nameof(PostgresStoreOptions.EnsureSchema)} is {nameof(EnsureSchema.Never)}: "
            + $"run what {nameof(PostgresSchema)}.{nameof(PostgresSchema.Script)}(fromVersion: {facts?.Version ?? 0}) gives.");

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using var commandDisposal = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
