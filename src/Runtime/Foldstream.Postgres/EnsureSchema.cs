namespace Foldstream.Postgres;

/// <summary>Whether opening a store may change the database.</summary>
public enum EnsureSchema
{
    /// <summary>The schema is made where it is missing and brought forward where it is older, under a lock.</summary>
    WhenNeeded,

    /// <summary>
    /// The store sends no DDL: run what <see cref="PostgresSchema.Script"/> gives before it is opened. Tables of a projection's documents are made by
    /// functions of the schema, which <see cref="PostgresSchema.RolesScript"/> lets a writer call.
    /// </summary>
    Never,
}
