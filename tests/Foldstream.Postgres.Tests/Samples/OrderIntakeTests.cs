namespace Foldstream.Postgres.Tests;

public sealed class OrderIntakeTests : PostgresTest
{
    [Fact]
    public async Task Event_is_there_for_whoever_opens_the_store_next()
    {
        await OrderIntake.PlaceFirstAsync(TestServer.ConnectionString, Schema.Name, Sample.Event("order-placed"));
        Assert.Single(await ReadAsync(new StreamId("order", "4711")));
    }

    [Fact]
    public async Task Order_and_event_are_both_there()
    {
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using (var create = new Npgsql.NpgsqlCommand("CREATE TEMP TABLE orders_of_sample (number text)", connection))
            await create.ExecuteNonQueryAsync(Cancellation);
        await OrderIntake.PlaceAsync(Store, connection, "4711", Sample.Event("order-placed"));
        await using var count = new Npgsql.NpgsqlCommand("SELECT count(*) FROM orders_of_sample", connection);
        Assert.Equal(1L, await count.ExecuteScalarAsync(Cancellation));
        Assert.Single(await ReadAsync(new StreamId("order", "4711")));
    }
}
