using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>Events and the user's own tables commit together, in the user's transaction, whatever its session is like.</summary>
public sealed class OwnTransactionTests : PostgresTest
{
    private readonly StreamId stream = Sample.Stream();

    [Fact]
    public async Task Events_and_rows_commit_together()
    {
        await CreateTableAsync();
        await InTransactionAsync(
            async transaction =>
            {
                var result = await AppendAsync(transaction, ExpectedVersion.NoStream, Sample.Events(2));
                Assert.Equal((0L, 1L, false), (result.FirstVersion.Value, result.LastVersion.Value, result.AlreadyStored));
                await ExecuteAsync(transaction, $"INSERT INTO {Schema.Name}.mine VALUES (1)");
            },
            commit: true);
        Assert.Equal(2, (await ReadAsync(stream)).Count);
        Assert.Equal(1L, await CountMineAsync());
    }

    [Fact]
    public async Task Events_and_rows_roll_back_together()
    {
        await CreateTableAsync();
        await InTransactionAsync(
            async transaction =>
            {
                await AppendAsync(transaction, ExpectedVersion.NoStream, Sample.Events(2));
                await ExecuteAsync(transaction, $"INSERT INTO {Schema.Name}.mine VALUES (1)");
            },
            commit: false);
        Assert.Empty(await ReadAsync(stream));
        Assert.Equal(0L, await CountMineAsync());
        await AppendAsync(stream, Sample.Event());
    }

    [Fact]
    public async Task Refused_append_leaves_the_transaction_usable()
    {
        await CreateTableAsync();
        var stored = Sample.Numbered(0, Guid.NewGuid());
        await AppendAsync(stream, stored);
        await InTransactionAsync(
            async transaction =>
            {
                await ExecuteAsync(transaction, $"INSERT INTO {Schema.Name}.mine VALUES (1)");
                await Assert.ThrowsAsync<WrongExpectedVersionException>(() => AppendAsync(transaction, ExpectedVersion.NoStream, Sample.Event()));
                await Assert.ThrowsAsync<WriteConditionException>(() => AppendAsync(transaction, new NameOfLast("never"), Sample.Event()));
                await Assert.ThrowsAsync<DuplicateEventException>(() => AppendAsync(transaction, ExpectedVersion.Any, Sample.Numbered(7, stored.Id)));
                Assert.True((await AppendAsync(transaction, ExpectedVersion.NoStream, stored)).AlreadyStored);
                await AppendAsync(transaction, new NameOfLast("number-drawn"), Sample.Numbered(1));
            },
            commit: true);
        Assert.Equal([0, 1], (await ReadAsync(stream)).Select(Sample.NumberOf));
        Assert.Equal(1L, await CountMineAsync());
    }

    [Fact]
    public async Task Several_appends_of_one_transaction_follow_one_another()
    {
        await InTransactionAsync(
            async transaction =>
            {
                await AppendAsync(transaction, ExpectedVersion.NoStream, Sample.Events(2));
                await AppendAsync(transaction, ExpectedVersion.Exactly(1), Sample.Events(1, first: 2));
                await Store.AppendAsync(
                    [new StreamAppend(stream, ExpectedVersion.Exists, Sample.Events(1, first: 3)), new StreamAppend(Sample.Stream("two"), ExpectedVersion.NoStream, Sample.Events(1, first: 4))],
                    transaction,
                    Cancellation);
            },
            commit: true);
        Assert.Equal([0, 1, 2, 3, 4], (await ReadLogAsync()).Select(Sample.NumberOf));
    }

    [Theory]
    [InlineData("SET search_path = nowhere")]
    [InlineData("SET standard_conforming_strings = off")]
    [InlineData("SET default_transaction_isolation = 'serializable'")]
    [InlineData("SET timezone = 'Asia/Tokyo'")]
    [InlineData("SET bytea_output = 'escape'")]
    [InlineData("SET enable_indexscan = off")]
    public async Task Nothing_is_assumed_about_the_session(string setting)
    {
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using (var command = new NpgsqlCommand(setting, connection))
            await command.ExecuteNonQueryAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await AppendAsync(transaction, ExpectedVersion.NoStream, Sample.Events(3));
        await AppendAsync(transaction, new NameOfLast("number-drawn"), Sample.Events(1, first: 3));
        await transaction.CommitAsync(Cancellation);
        Assert.Equal([0, 1, 2, 3], (await ReadAsync(stream)).Select(Sample.NumberOf));
    }

    [Fact]
    public async Task Stricter_transaction_that_cannot_go_on_is_told_so()
    {
        await AppendAsync(stream, Sample.Event());
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Cancellation);
        await ExecuteAsync(transaction, "SELECT 1");
        await AppendAsync(stream, Sample.Event());
        await Assert.ThrowsAsync<StoreBusyException>(() => AppendAsync(transaction, ExpectedVersion.Any, Sample.Event()));
    }

    [Fact]
    public async Task Transaction_that_has_ended_is_refused()
    {
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        var transaction = await connection.BeginTransactionAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);
        await Assert.ThrowsAnyAsync<Exception>(() => AppendAsync(transaction, ExpectedVersion.Any, Sample.Event()));
        Assert.Empty(await ReadAsync(stream));
    }

    private Task<AppendResult> AppendAsync(NpgsqlTransaction transaction, WriteCondition condition, params EventData[] events) =>
        Store.AppendAsync(new StreamAppend(stream, condition, events), transaction, Cancellation).AsTask();

    private async Task InTransactionAsync(Func<NpgsqlTransaction, Task> act, bool commit)
    {
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await act(transaction);
        if (commit)
            await transaction.CommitAsync(Cancellation);
    }

    private static async Task ExecuteAsync(NpgsqlTransaction transaction, string sql)
    {
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private Task CreateTableAsync() => TestServer.ExecuteAsync($"CREATE TABLE {Schema.Name}.mine (one integer)");

    private Task<long> CountMineAsync() => TestServer.ScalarAsync<long>($"SELECT count(*) FROM {Schema.Name}.mine");
}
