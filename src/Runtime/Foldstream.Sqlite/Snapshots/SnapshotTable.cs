namespace Foldstream.Sqlite;

/// <summary>The snapshots, on one connection: read anywhere, changed inside the writer's transaction.</summary>
internal sealed class SnapshotTable(Connection connection)
{
    public StoredSnapshot? Find(SnapshotKey key)
    {
        var query = connection.Kept("SELECT place, fingerprint, state, taken_at FROM foldstream_snapshots WHERE owner = ?1 AND id = ?2 AND tenant = ?3");
        using var use = query.Begin();
        Bind(query, key);
        return query.Step()
            ? new StoredSnapshot(query.Int64(0), query.Text(1), query.Bytes(2).ToArray(), Microseconds.ToTime(query.Int64(3)))
            : null;
    }

    public void Save(SnapshotKey key, StoredSnapshot snapshot)
    {
        var save = connection.Kept(
            """
            INSERT INTO foldstream_snapshots (owner, id, tenant, place, fingerprint, state, taken_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT (owner, id, tenant) DO UPDATE
            SET place = excluded.place, fingerprint = excluded.fingerprint, state = excluded.state, taken_at = excluded.taken_at
            WHERE fingerprint <> excluded.fingerprint OR place <= excluded.place
            """);
        using var use = save.Begin();
        Bind(save, key);
        save.Bind(4, snapshot.Place);
        save.Bind(5, snapshot.Fingerprint);
        save.BindBlob(6, snapshot.State.Span);
        save.Bind(7, Microseconds.From(snapshot.TakenAt));
        save.Step();
    }

    public bool Delete(SnapshotKey key)
    {
        var delete = connection.Kept("DELETE FROM foldstream_snapshots WHERE owner = ?1 AND id = ?2 AND tenant = ?3");
        using var use = delete.Begin();
        Bind(delete, key);
        delete.Step();
        return connection.Changes > 0;
    }

    public long Delete(string owner, string? exceptFingerprint)
    {
        var delete = connection.Kept("DELETE FROM foldstream_snapshots WHERE owner = ?1 AND (?2 IS NULL OR fingerprint <> ?2)");
        using var use = delete.Begin();
        delete.Bind(1, owner);
        delete.Bind(2, exceptFingerprint);
        delete.Step();
        return connection.Changes;
    }

    private static void Bind(Statement statement, SnapshotKey key)
    {
        statement.Bind(1, key.Owner);
        statement.Bind(2, key.Id);
        statement.Bind(3, key.Tenant);
    }
}
