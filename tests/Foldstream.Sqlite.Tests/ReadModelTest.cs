using System.Text;
using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite.Tests;

/// <summary>A test with documents, in the words in which these tests speak.</summary>
public abstract class ReadModelTest : SqliteTest
{
    protected static DocumentCollection Notes { get; } = new("notes");

    /// <summary>Documents with a text, in which it is looked for, and anything else that a test gives them.</summary>
    protected static ProjectionDefinition Definition(params string[] indexes) => new()
    {
        Name = "notes",
        Category = "thing",
        EventNames = ["thing-happened"],
        Fields = FieldSchema.Object(("text", FieldSchema.Text), ("tags", FieldSchema.List(FieldSchema.Text)), ("facts", FieldSchema.Map(FieldSchema.Text))),
        Indexes = [.. indexes.Select(name => FieldPath.Root.Member(name))],
    };

    protected static async Task<SqliteEventStore> PrepareAsync(SqliteEventStore store, params string[] indexes)
    {
        await store.PrepareAsync(Definition(indexes), "one", cancellationToken: Cancellation);
        return store;
    }

    protected static DocumentWrite Note(SqliteEventStore store, string id, string json = """{"text":"x"}""", string tenant = "")
    {
        var key = new DocumentKey(id, tenant);
        var metadata = new DocumentMetadata(TestClock.Start, TestClock.Start, 1, new GlobalPosition(store.File.Identity, 1), Sample.Stream(id, tenant: tenant));
        var content = Encoding.UTF8.GetBytes(json);
        return new DocumentWrite(key, content, QueryForm.Of(Definition().Fields, key, metadata, content), metadata);
    }

    protected static ValueTask WriteAsync(SqliteEventStore store, params DocumentWrite[] writes) => store.TransactAsync(
        (transaction, cancellation) => transaction.WriteAsync(new DocumentChanges(Notes, writes, []), cancellation), cancellationToken: Cancellation);

    protected static async Task<List<string>> IdsAsync(SqliteEventStore store, DocumentFilter? filter = null, DocumentCollection? collection = null) =>
        [.. (await store.QueryAsync(collection ?? Notes, new DocumentQuery { Filter = filter }, Cancellation)).Select(stored => stored.Key.Id)];

    /// <summary>Runs a statement of the user's inside of a transaction.</summary>
    protected static void Execute(SqliteTransaction transaction, string sql)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
