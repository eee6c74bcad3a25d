using Foldstream;
using Foldstream.NativeWalk;
using Npgsql;

/// <summary>Rows of a table of its own, in the store's transaction, of the events of another assembly; one place fails until it is healed.</summary>
[Projector("try-rows", Of = typeof(Delivery))]
[Ignores<DeliveryOrdered>]
[Ignores<DeliveryNoted>]
public sealed partial class TryRows(string table)
{
    public bool IsHealed { get; set; }

    private async Task Project(DeliveryTried e, EventContext context, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await WriteAsync(transaction, context.Stream.Id, e.Place, cancellationToken);
        if (e.Place == "roof" && !IsHealed)
            throw new InvalidOperationException("The roof is wet.");
    }

    private Task Project(in DeliveryCancelled e, EventContext context, NpgsqlTransaction transaction) =>
        WriteAsync(transaction, context.Stream.Id, "cancelled", CancellationToken.None);

    private async Task WriteAsync(NpgsqlTransaction transaction, string delivery, string place, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"INSERT INTO {table} (delivery, place) VALUES ($1, $2)", transaction.Connection, transaction)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = delivery }, new NpgsqlParameter<string> { TypedValue = place } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
