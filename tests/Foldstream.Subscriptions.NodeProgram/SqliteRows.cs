using Microsoft.Data.Sqlite;

namespace Foldstream.Subscriptions.NodeProgram;

/// <summary>A row for each event, in a table that would take it twice.</summary>
[Projector("sqlite-rows", Of = typeof(Tally))]
internal sealed partial class SqliteRows
{
    private void Project(MarkMade e, EventContext context, SqliteTransaction transaction)
    {
        using var insert = transaction.Connection!.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO my_marks (event, amount) VALUES ($event, $amount)";
        insert.Parameters.AddWithValue("$event", context.Id.ToString());
        insert.Parameters.AddWithValue("$amount", e.Amount);
        insert.ExecuteNonQuery();
    }
}
