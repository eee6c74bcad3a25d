using Foldstream;
using Foldstream.NativeWalk;
using Microsoft.Data.Sqlite;

/// <summary>Rows of a table of its own, in the store's transaction, of the events of another assembly; one place fails until it is healed.</summary>
[Projector("try-rows", Of = typeof(Delivery))]
[Ignores<DeliveryOrdered>]
[Ignores<DeliveryNoted>]
public sealed partial class TryRows
{
    public bool IsHealed { get; set; }

    private async Task Project(DeliveryTried e, EventContext context, SqliteTransaction transaction, CancellationToken cancellationToken)
    {
        await WriteAsync(transaction, context.Stream.Id, e.Place, cancellationToken);
        if (e.Place == "roof" && !IsHealed)
            throw new InvalidOperationException("The roof is wet.");
    }

    private static Task Project(in DeliveryCancelled e, EventContext context, SqliteTransaction transaction) =>
        WriteAsync(transaction, context.Stream.Id, "cancelled", CancellationToken.None);

    private static async Task WriteAsync(SqliteTransaction transaction, string delivery, string place, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO try_rows (delivery, place) VALUES ($delivery, $place)";
        command.Parameters.AddWithValue("$delivery", delivery);
        command.Parameters.AddWithValue("$place", place);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
