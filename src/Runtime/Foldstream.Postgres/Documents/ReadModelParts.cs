namespace Foldstream.Postgres;

/// <summary>What transactions over documents and checkpoints work with.</summary>
internal sealed class ReadModelParts(Database database)
{
    public Database Database => database;

    public DocumentTables Tables { get; } = new(database.Schema);

    public DocumentRows Rows { get; } = new(database.Facts.Identity);

    public DocumentLocks Locks { get; } = new(database.Schema);

    public CheckpointStatements Checkpoints { get; } = new(database.Schema, database.Facts.Identity);

    public DeadLetterStatements DeadLetters { get; } = new(database.Schema, database.Facts.Identity);

    public ProjectionStatements Projections { get; } = new(database.Schema);
}
