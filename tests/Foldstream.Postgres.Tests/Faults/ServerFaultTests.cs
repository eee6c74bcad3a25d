using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>What the server refuses or gives up becomes a typed error, after bounded repetitions where they help.</summary>
public sealed class ServerFaultTests : PostgresTest
{
    private readonly StreamId stream = Sample.Stream();

    [Fact]
    public async Task Statement_timeout_is_told_and_nothing_is_stored()
    {
        await using var holding = await HoldStreamAsync();
        await using var store = await OpenAsync(";Options=-c statement_timeout=3000");
        var error = await Assert.ThrowsAsync<StoreBusyException>(
            async () => await store.AppendAsync(stream, ExpectedVersion.Any, [Sample.Event()], Cancellation));
        Assert.Contains("statement_timeout", error.Message, StringComparison.Ordinal);
        await holding.DisposeAsync();
        Assert.Empty(await ReadAsync(stream));
    }

    [Fact]
    public async Task Command_timeout_of_the_options_is_followed()
    {
        await using var holding = await HoldStreamAsync();
        await using var store = await OpenAsync("", Schema.Options with { CommandTimeout = TimeSpan.FromSeconds(1) });
        var error = await Assert.ThrowsAsync<StoreBusyException>(
            async () => await store.AppendAsync(stream, ExpectedVersion.Any, [Sample.Event()], Cancellation));
        Assert.Equal(TimeSpan.FromSeconds(1), error.Waited);
        Assert.Contains(nameof(PostgresStoreOptions.CommandTimeout), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serialization_failures_are_tried_again()
    {
        await using var store = await OpenAsync(";Options=-c default_transaction_isolation=serializable", Schema.Options with { FaultAttempts = 50, GroupCommit = false });
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            store.AppendAsync(stream, ExpectedVersion.Any, [Sample.Numbered(number)], Cancellation).AsTask()));
        Assert.Equal(Enumerable.Range(0, 20), (await ReadAsync(stream)).Select(Sample.NumberOf).Order());
    }

    [Theory]
    [InlineData("serialization_failure")]
    [InlineData("deadlock_detected")]
    public async Task Contention_that_does_not_end_is_a_typed_error_after_bounded_attempts(string condition)
    {
        await FailInsertsAsync(condition);
        var error = await Assert.ThrowsAsync<StoreBusyException>(async () => await AppendAsync(stream, Sample.Event()));
        Assert.Contains("4 attempts", error.Message, StringComparison.Ordinal);
        // Sequences keep what a rolled back transaction took.
        Assert.Equal(4L, await TestServer.ScalarAsync<long>($"SELECT last_value FROM {Schema.Name}.attempts"));
    }

    [Theory]
    [InlineData("disk_full", "no space left")]
    [InlineData("insufficient_privilege", "RolesScript")]
    [InlineData("read_only_sql_transaction", "Target Session Attributes=primary")]
    [InlineData("out_of_memory", "less at a time")]
    [InlineData("internal_error", "XX000")]
    public async Task Refused_write_is_told_once_with_what_to_do(string condition, string advice)
    {
        await FailInsertsAsync(condition);
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await AppendAsync(stream, Sample.Event()));
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await TestServer.ScalarAsync<long>($"SELECT last_value FROM {Schema.Name}.attempts"));
        Assert.False((await Store.HeadAsync(stream, Cancellation)).Exists);
        await TestServer.ExecuteAsync($"DROP TRIGGER fail ON {Schema.Name}.events");
        await AppendAsync(stream, Sample.Event());
    }

    [Fact]
    public async Task Damage_is_told_as_damage()
    {
        await FailInsertsAsync("data_corrupted");
        await Assert.ThrowsAsync<CorruptStoreException>(async () => await AppendAsync(stream, Sample.Event()));
    }

    [Fact]
    public async Task Row_of_a_stream_that_was_set_back_by_hand_stores_no_version_twice()
    {
        await AppendAsync(stream, Sample.Events(3));
        await TestServer.ExecuteAsync($"UPDATE {Schema.Name}.streams SET version = 1");
        var error = await Assert.ThrowsAsync<CorruptStoreException>(async () => await AppendAsync(stream, Sample.Event()));
        Assert.Contains("thing/one", error.Message, StringComparison.Ordinal);
        Assert.Equal([0, 1, 2], (await ReadAsync(stream)).Select(Sample.NumberOf));
    }

    [Fact]
    public async Task Schema_that_is_dropped_under_a_store_is_told()
    {
        await TestServer.ExecuteAsync($"DROP SCHEMA {Schema.Name} CASCADE");
        await Assert.ThrowsAsync<IncompatibleStoreException>(async () => await AppendAsync(stream, Sample.Event()));
        await Assert.ThrowsAsync<IncompatibleStoreException>(async () => await ReadLogAsync());
    }

    [Fact]
    public async Task Condition_that_others_always_overtake_is_given_up_after_bounded_attempts()
    {
        await using var store = await OpenAsync("", Schema.Options with { ConditionAttempts = 3 });
        var overtaken = new Overtaken(() => AppendAsync(stream, Sample.Event()).AsTask().GetAwaiter().GetResult());
        var error = await Assert.ThrowsAsync<StoreBusyException>(
            async () => await store.AppendAsync(stream, overtaken, [Sample.Event()], Cancellation));
        Assert.Contains(nameof(PostgresStoreOptions.ConditionAttempts), error.Message, StringComparison.Ordinal);
        // Each attempt decides, and looks once more at what refused it.
        Assert.Equal(6, (await ReadAsync(stream)).Count);
    }

    private async Task<IAsyncDisposable> HoldStreamAsync()
    {
        var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        var transaction = await connection.BeginTransactionAsync(Cancellation);
        await Store.AppendAsync(new StreamAppend(stream, ExpectedVersion.Any, [Sample.Event()]), transaction, Cancellation);
        return connection;
    }

    private Task FailInsertsAsync(string condition) => TestServer.ExecuteAsync(
        $"""
        CREATE SEQUENCE {Schema.Name}.attempts;
        CREATE FUNCTION {Schema.Name}.fail() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            PERFORM nextval('{Schema.Name}.attempts');
            RAISE EXCEPTION 'refused' USING ERRCODE = '{condition}';
        END
        $body$;
        CREATE TRIGGER fail BEFORE INSERT ON {Schema.Name}.events FOR EACH ROW EXECUTE FUNCTION {Schema.Name}.fail();
        """);

    private ValueTask<PostgresEventStore> OpenAsync(string settings, PostgresStoreOptions? options = null) =>
        PostgresEventStore.OpenAsync(TestServer.ConnectionString + settings, options ?? Schema.Options, Cancellation);

    private sealed record Overtaken(Action Overtake) : WriteCondition
    {
        public override string Description => "to be first";

        public override bool IsMetBy(StreamHead head)
        {
            Overtake();
            return true;
        }
    }
}
