namespace Foldstream.Sqlite;

/// <summary>Everything that a store keeps beside its events, on one connection.</summary>
internal sealed class StoreTables
{
    public StoreTables(Connection connection, Guid store, IReadOnlyDictionary<string, string> operators)
    {
        Checkpoints = new CheckpointTable(connection, store);
        DeadLetters = new DeadLetterTable(connection, store);
        Leases = new LeaseTable(connection, Checkpoints);
        Projections = new ProjectionTable(connection);
        Documents = new DocumentReader(connection, store, operators);
        Snapshots = new SnapshotTable(connection);
    }

    public CheckpointTable Checkpoints { get; }

    public DeadLetterTable DeadLetters { get; }

    public LeaseTable Leases { get; }

    public ProjectionTable Projections { get; }

    public DocumentReader Documents { get; }

    public SnapshotTable Snapshots { get; }
}
