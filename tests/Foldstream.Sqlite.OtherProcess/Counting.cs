using System.Globalization;
using System.Text;

namespace Foldstream.Sqlite.OtherProcess;

/// <summary>Counts steps in a document, in a row of its own and in a checkpoint, without end, each step in one transaction.</summary>
internal static class Counting
{
    public static readonly DocumentCollection Counts = new("counts");

    public static async Task RunAsync(SqliteEventStore store)
    {
        var definition = new ProjectionDefinition { Name = Counts.Projection, EventNames = ["counted"], Fields = FieldSchema.Object(("count", FieldSchema.Number)) };
        await store.PrepareAsync(definition, "one");
        await store.EnsureCheckpointsAsync(Counts.Projection, 1, null);
        await store.TransactAsync((transaction, _) => Execute(store, transaction, "CREATE TABLE IF NOT EXISTS my_steps (step INTEGER)"));
        var last = (await store.AppendAsync(new StreamId("counted", "all"), ExpectedVersion.Any, [Appending.Event(0)])).LastPosition!.Value;
        var token = (await store.TakeOverAsync(Counts.Projection, 0)).Token;
        Console.WriteLine("ready");
        while (true)
            await store.TransactAsync((transaction, _) => StepAsync(store, transaction, token, last));
    }

    private static async ValueTask StepAsync(SqliteEventStore store, IReadModelTransaction transaction, long token, GlobalPosition last)
    {
        var before = (await transaction.LockDocumentsAsync(Counts, ["all"])).SingleOrDefault()?.Metadata.Version ?? 0;
        await Execute(store, transaction, "INSERT INTO my_steps VALUES (1)");
        await transaction.AdvanceAsync(new Progress(Counts.Projection, 0, token, last, 1));
        var json = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"count":{{before + 1}}}"""));
        var now = TimeProvider.System.GetUtcNow();
        var metadata = new DocumentMetadata(now, now, before + 1, last, null);
        await transaction.WriteAsync(new DocumentChanges(Counts, [new DocumentWrite("all", json, "{}"u8.ToArray(), metadata)], []));
    }

    private static ValueTask Execute(SqliteEventStore store, IReadModelTransaction transaction, string sql)
    {
        var own = store.Unwrap(transaction);
        using var command = own.Connection!.CreateCommand();
        command.Transaction = own;
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return ValueTask.CompletedTask;
    }
}
