using System.Data.Common;

namespace Foldstream.Postgres;

/// <summary>Keeps snapshots: one row a key.</summary>
internal sealed class SnapshotRows(Database database)
{
    private readonly string find =
        $"SELECT s.place, s.fingerprint, s.taken_at, s.state FROM {database.Schema.Quoted}.snapshots s WHERE s.owner = $1 AND s.tenant = $2 AND s.id = $3";

    private readonly string save =
        $"""
        INSERT INTO {database.Schema.Quoted}.snapshots AS s (owner, tenant, id, place, fingerprint, taken_at, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (owner, tenant, id) DO UPDATE
        SET place = excluded.place, fingerprint = excluded.fingerprint, taken_at = excluded.taken_at, state = excluded.state
        WHERE s.fingerprint <> excluded.fingerprint OR s.place <= excluded.place
        RETURNING 1
        """;

    private readonly string delete = $"DELETE FROM {database.Schema.Quoted}.snapshots WHERE owner = $1 AND tenant = $2 AND id = $3 RETURNING 1";

    private readonly string deleteAll =
        $"WITH gone AS (DELETE FROM {database.Schema.Quoted}.snapshots WHERE owner = $1 AND fingerprint IS DISTINCT FROM $2 RETURNING 1) SELECT count(*) FROM gone";

    public async ValueTask<StoredSnapshot?> FindAsync(SnapshotKey key, CancellationToken cancellationToken)
    {
        var found = await database.ListAsync(
            find,
            parameters => AddKey(parameters, key),
            static reader => new StoredSnapshot(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<byte[]>(3), new DateTimeOffset(reader.GetDateTime(2))),
            cancellationToken).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    public async ValueTask SaveAsync(SnapshotKey key, StoredSnapshot snapshot, CancellationToken cancellationToken) =>
        await database.ListAsync(
            save,
            parameters =>
            {
                AddKey(parameters, key);
                parameters.AddInt64(snapshot.Place);
                parameters.AddText(snapshot.Fingerprint);
                parameters.AddTime(snapshot.TakenAt);
                parameters.AddBytes(snapshot.State);
            },
            static _ => true,
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<bool> DeleteAsync(SnapshotKey key, CancellationToken cancellationToken) =>
        (await database.ListAsync(delete, parameters => AddKey(parameters, key), static _ => true, cancellationToken).ConfigureAwait(false)).Count > 0;

    public async ValueTask<long> DeleteAllAsync(string owner, string? exceptFingerprint, CancellationToken cancellationToken)
    {
        var counts = await database.ListAsync(
            deleteAll,
            parameters =>
            {
                parameters.AddText(owner);
                parameters.AddTextOrNull(exceptFingerprint);
            },
            static reader => reader.GetInt64(0),
            cancellationToken).ConfigureAwait(false);
        return counts[0];
    }

    private static void AddKey(DbParameterCollection parameters, SnapshotKey key)
    {
        parameters.AddText(key.Owner);
        parameters.AddText(key.Tenant);
        parameters.AddText(key.Id);
    }
}
