namespace Foldstream.Postgres;

/// <summary>One step of the schema: what brings it from the version before to this one.</summary>
internal sealed record SchemaMigration(int Version, Func<SchemaName, PayloadFormat, string> Sql);
