using System.Collections.Concurrent;
using Npgsql;

namespace Foldstream.Postgres;

/// <summary>The tables of documents that were asked for, and what it means when one is missing.</summary>
internal sealed class DocumentTables(SchemaName schema)
{
    private readonly ConcurrentDictionary<DocumentCollection, DocumentTable> tables = new();

    public DocumentTable this[DocumentCollection collection] => tables.GetOrAdd(collection, key => new DocumentTable(schema, key));

    /// <summary>Whether the server's answer means that there is no place for these documents.</summary>
    public static bool IsMissing(PostgresException answer, DocumentTable table) =>
        answer.SqlState == PostgresErrorCodes.UndefinedTable && answer.MessageText.Contains(table.Name + "\"", StringComparison.Ordinal);
}
