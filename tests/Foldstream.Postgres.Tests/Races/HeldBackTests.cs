using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>One event is held invisible between its position and its commit while later ones commit: the classic way to skip.</summary>
public sealed class HeldBackTests : PostgresTest
{
    private const long Gate = 4711;

    private readonly StreamId stream = Sample.Stream();

    [Fact]
    public async Task Log_waits_for_the_event_that_is_held_and_then_gives_all_in_order()
    {
        await HoldEventsNamedHeldAsync();
        await using var gate = await CloseGateAsync();
        await AppendAsync(stream, Sample.Numbered(0));
        var held = AppendAsync(Sample.Stream("held"), Sample.Event("held", """{"number":1}""")).AsTask();
        await UntilHeldAsync();
        await AppendAsync(stream, Sample.Numbered(2));
        await AppendAsync(stream, Sample.Numbered(3));

        var naive = await NaivePositionsAsync(0);
        Assert.Equal(3, naive.Count);
        Assert.Equal([0], (await ReadLogAsync()).Select(Sample.NumberOf));
        Assert.Equal(naive[0], (await Store.HeadAsync(Cancellation))!.Value.Value);

        await gate.RollbackAsync(Cancellation);
        await held;
        Assert.Equal([0, 1, 2, 3], (await ReadLogAsync()).Select(Sample.NumberOf));
        Assert.Empty(await NaivePositionsAsync(naive[^1]));
    }

    [Fact]
    public async Task Event_that_is_held_and_rolled_back_lets_the_log_go_on()
    {
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await Store.AppendAsync(new StreamAppend(Sample.Stream("held"), ExpectedVersion.Any, [Sample.Numbered(1)]), transaction, Cancellation);
        await AppendAsync(stream, Sample.Numbered(2));
        Assert.Empty(await ReadLogAsync());
        await transaction.RollbackAsync(Cancellation);
        Assert.Equal([2], (await ReadLogAsync()).Select(Sample.NumberOf));
    }

    [Fact]
    public async Task Log_is_given_up_to_its_told_end_also_after_a_late_registration_and_a_broken_connection()
    {
        await AppendAsync(stream, Sample.Events(3));
        var end = await Store.HeadAsync(Cancellation);
        // A writer that took the last value before the others drew theirs, and registers only now.
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using (var register = new NpgsqlCommand($"SELECT pg_advisory_xact_lock_shared({Store.Parts.Database.Facts.LockClass}, 0)", connection))
            await register.ExecuteNonQueryAsync(Cancellation);
        await TestServer.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{Schema.Name}'");

        Assert.Equal([0, 1, 2], (await ReadLogAsync(new LogRange { UpTo = end })).Select(Sample.NumberOf));
        Assert.Equal(end, await Store.HeadAsync(Cancellation));
    }

    [Fact]
    public async Task Event_of_a_prepared_transaction_is_waited_for()
    {
        Assert.SkipUnless(await TestServer.ScalarAsync<string>("SHOW max_prepared_transactions") != "0", "The server has no prepared transactions.");
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        var transaction = await connection.BeginTransactionAsync(Cancellation);
        await Store.AppendAsync(new StreamAppend(Sample.Stream("held"), ExpectedVersion.Any, [Sample.Numbered(1)]), transaction, Cancellation);
        await using (var prepare = new NpgsqlCommand($"PREPARE TRANSACTION '{Schema.Name}'", connection))
            await prepare.ExecuteNonQueryAsync(Cancellation);
        await AppendAsync(stream, Sample.Numbered(2));
        Assert.Empty(await ReadLogAsync());
        await TestServer.ExecuteAsync($"COMMIT PREPARED '{Schema.Name}'");
        Assert.Equal([1, 2], (await ReadLogAsync()).Select(Sample.NumberOf));
    }

    [Fact]
    public async Task Long_transaction_that_appends_nothing_holds_nothing_back()
    {
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, Cancellation);
        await using (var write = new NpgsqlCommand($"CREATE TABLE {Schema.Name}.unrelated AS SELECT 1 AS one", connection))
            await write.ExecuteNonQueryAsync(Cancellation);
        await AppendAsync(stream, Sample.Numbered(2));
        Assert.Single(await ReadLogAsync());
    }

    [Fact]
    public async Task Append_after_a_rolled_back_savepoint_registers_again()
    {
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await transaction.SaveAsync("mine", Cancellation);
        await Store.AppendAsync(new StreamAppend(Sample.Stream("first"), ExpectedVersion.Any, [Sample.Numbered(1)]), transaction, Cancellation);
        await transaction.RollbackAsync("mine", Cancellation);
        await Store.AppendAsync(new StreamAppend(Sample.Stream("second"), ExpectedVersion.Any, [Sample.Numbered(2)]), transaction, Cancellation);
        await AppendAsync(stream, Sample.Numbered(3));
        Assert.Empty(await ReadLogAsync());
        await transaction.CommitAsync(Cancellation);
        Assert.Equal([2, 3], (await ReadLogAsync()).Select(Sample.NumberOf));
    }

    private Task HoldEventsNamedHeldAsync() => TestServer.ExecuteAsync(
        $"""
        CREATE FUNCTION {Schema.Name}.hold() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            PERFORM pg_advisory_xact_lock_shared({Gate}, hashtext('{Schema.Name}'));
            RETURN NULL;
        END
        $body$;
        CREATE TRIGGER hold AFTER INSERT ON {Schema.Name}.events FOR EACH ROW WHEN (NEW.type = 'held') EXECUTE FUNCTION {Schema.Name}.hold();
        """);

    // A lock of the transaction: a pooled connection would keep one of the session until it is used again.
    private async Task<NpgsqlTransaction> CloseGateAsync()
    {
        var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({Gate}, hashtext('{Schema.Name}'))", connection);
        await command.ExecuteNonQueryAsync(Cancellation);
        return transaction;
    }

    private async Task UntilHeldAsync()
    {
        var waiting = $"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND classid = {Gate} AND objid = (hashtext('{Schema.Name}')::bigint & 4294967295)::oid";
        while (await TestServer.ScalarAsync<long>(waiting) == 0)
            await Task.Delay(5, Cancellation);
    }

    private async Task<List<long>> NaivePositionsAsync(long after)
    {
        await using var command = TestServer.Source.CreateCommand($"SELECT position FROM {Schema.Name}.events WHERE position > {after} ORDER BY position");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var positions = new List<long>();
        while (await reader.ReadAsync(Cancellation))
            positions.Add(reader.GetInt64(0));
        return positions;
    }
}
