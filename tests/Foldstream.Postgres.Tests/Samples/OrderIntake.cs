using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>A program as its author would write it: an order's row and its event commit together. The documentation shows it.</summary>
internal static class OrderIntake
{
    public static async Task PlaceFirstAsync(string connectionString, string schema, EventData placed)
    {
        #region open
        await using var store = await PostgresEventStore.OpenAsync(connectionString, new PostgresStoreOptions { Schema = schema });

        await store.AppendAsync(new StreamId("order", "4711"), ExpectedVersion.NoStream, [placed]);
        #endregion
    }

    public static async Task PlaceAsync(PostgresEventStore store, NpgsqlConnection connection, string number, EventData placed)
    {
        #region together
        await using var transaction = await connection.BeginTransactionAsync();
        await InsertOrderAsync(connection, number);
        await store.AppendAsync(new StreamAppend(new StreamId("order", number), ExpectedVersion.NoStream, [placed]), transaction);
        await transaction.CommitAsync();
        #endregion
    }

    private static async Task InsertOrderAsync(NpgsqlConnection connection, string number)
    {
        await using var command = new NpgsqlCommand("INSERT INTO orders_of_sample (number) VALUES ($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number });
        await command.ExecuteNonQueryAsync();
    }
}
