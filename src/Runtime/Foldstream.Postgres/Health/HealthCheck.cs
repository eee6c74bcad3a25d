using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Asks the server what holds the log back.</summary>
internal sealed class HealthCheck(Database database, SafePosition safe, NotificationListener? listener)
{
    private const string Holders =
        """
        SELECT l.objid::bigint, l.pid, a.application_name, a.state, (extract(epoch FROM clock_timestamp() - a.xact_start))::float8
        FROM pg_catalog.pg_locks l
        LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
        WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.classid::bigint = $1
            AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
        ORDER BY a.xact_start, l.pid, l.objid
        """;

    public ValueTask<PostgresHealth> RunAsync(CancellationToken cancellationToken) =>
        database.TryAsync(
            async _ =>
            {
                var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using var closing = connection.ConfigureAwait(false);
                var progress = await safe.AskAsync(connection, cancellationToken).ConfigureAwait(false);
                var holders = await FindHoldersAsync(connection, progress.Drawn, cancellationToken).ConfigureAwait(false);
                return new PostgresHealth(progress.Drawn, progress.Safe, holders, listener?.IsConnected ?? false);
            },
            cancellationToken);

    private async Task<IReadOnlyList<FeedHolder>> FindHoldersAsync(NpgsqlConnection connection, long drawn, CancellationToken cancellationToken)
    {
        var command = database.Command(connection, Holders);
        await using var disposing = command.ConfigureAwait(false);
        command.Parameters.AddInt64((long)unchecked((uint)database.Facts.LockClass));
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var reading = reader.ConfigureAwait(false);
        var holders = new List<FeedHolder>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            holders.Add(new FeedHolder(
                SafePosition.Nearest(drawn, reader.GetInt64(0)),
                reader.GetInt32(1),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? null : TimeSpan.FromSeconds(reader.GetDouble(4))));
        }

        return holders;
    }
}
