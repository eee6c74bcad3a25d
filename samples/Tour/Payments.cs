using Foldstream;
using Foldstream.Sqlite;
using Microsoft.Data.Sqlite;

namespace Tour;

#region projector
[Projector("payments", Of = typeof(Order))]
[Ignores<OrderPlaced>]
[Ignores<OrderPrinted>]
public sealed partial class Payments
{
    private async Task Project(OrderPaid e, EventContext context, SqliteTransaction transaction, CancellationToken cancellationToken)
    {
        await using var insert = new SqliteCommand(
            "INSERT INTO payments (order_id, cents) VALUES ($order, $cents)", transaction.Connection, transaction);
        insert.Parameters.AddWithValue("$order", context.Stream.Id);
        insert.Parameters.AddWithValue("$cents", (long)(e.Amount * 100));
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }
}
#endregion

/// <summary>Rows of tables of one's own, in the file of the store.</summary>
internal static class PaymentRows
{
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("foldstream-tour-");
        try
        {
            await RunAsync(Path.Combine(folder.FullName, "orders.db"));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string file)
    {
        await using var store = await SqliteEventStore.OpenAsync(file);
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await new SqliteCommand("CREATE TABLE payments (order_id TEXT, cents INTEGER)", connection).ExecuteNonQueryAsync();

        #region run
        await using var running = await store.RunAsync(run => run.Project(new Payments()));
        #endregion

        await store.ExecuteAsync<Order>("o1", order => order.Place("Alice", new OrderLine("tea", 2, 4.50m)));
        await store.ExecuteAsync<Order>("o1", order => order.Pay(9m));
        await running.CaughtUpAsync();
        var rows = await new SqliteCommand("SELECT sum(cents) FROM payments", connection).ExecuteScalarAsync();
        Console.WriteLine($"paid: {rows} cents");
    }
}
