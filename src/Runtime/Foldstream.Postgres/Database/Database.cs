using Npgsql;

namespace Foldstream.Postgres;

/// <summary>What all parts of an open store share: connections, names, facts, options.</summary>
internal sealed record Database(NpgsqlDataSource Source, SchemaName Schema, StoreFacts Facts, PostgresStoreOptions Options, StoreFaults Faults)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs work again while its faults pass, within <see cref="PostgresStoreOptions.FaultAttempts"/>; then explains the fault.</summary>
    /// <param name="work">The work; is told whether an earlier attempt may have stored what it stores.</param>
    /// <param name="cancellationToken">Ends the pauses between.</param>
    public async ValueTask<T> TryAsync<T>(Func<bool, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var mayBeStored = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work(mayBeStored).ConfigureAwait(false);
            }
            catch (NpgsqlException error)
            {
                // The client's own cancellation looks like an error of the server.
                cancellationToken.ThrowIfCancellationRequested();
                var kind = StoreFaults.Classify(error);
                if (kind == FaultKind.Lasting || attempt >= Options.FaultAttempts)
                    throw Faults.Explain(error);
                mayBeStored |= kind == FaultKind.Unknown;
            }

            await Task.Delay(Pause(attempt), Options.Store.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the rows of a statement, tried again as <see cref="TryAsync"/> does.</summary>
    public ValueTask<List<T>> ListAsync<T>(
        string text, Action<NpgsqlParameterCollection> bind, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) =>
        TryAsync(
            async _ =>
            {
                var connection = await Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using var closing = connection.ConfigureAwait(false);
                var command = Command(connection, text);
                await using var disposing = command.ConfigureAwait(false);
                bind(command.Parameters);
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using var reading = reader.ConfigureAwait(false);
                return await reader.ToListAsync(read, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    public NpgsqlBatch Batch(NpgsqlConnection connection) => new(connection) { Timeout = (int)Options.CommandTimeout.TotalSeconds };

    public NpgsqlCommand Command(NpgsqlConnection connection, string sql) =>
        new(sql, connection) { CommandTimeout = (int)Options.CommandTimeout.TotalSeconds };

    // Doubled each time, and spread so that those who met do not meet again.
    private static TimeSpan Pause(int attempt) => FirstPause * Math.Pow(3, attempt - 1) * (0.5 + Random.Shared.NextDouble());
}
