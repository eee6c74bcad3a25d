using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>A program's role can append and read; nobody changes history.</summary>
public sealed class RolesTests : PostgresTest
{
    private readonly string writer = $"writer_{Guid.NewGuid():N}";
    private readonly string reader = $"reader_{Guid.NewGuid():N}";

    [Fact]
    public async Task Writer_appends_and_reads_and_no_more()
    {
        await CreateRolesAsync();
        var options = Schema.Options with { EnsureSchema = EnsureSchema.Never };
        await using var store = await PostgresEventStore.OpenAsync(As(writer), options, Cancellation);
        await store.AppendAsync(Sample.Stream(), ExpectedVersion.NoStream, Sample.Events(2), Cancellation);
        await store.AppendAsync(Sample.Stream(), ExpectedVersion.Exactly(1), Sample.Events(1), Cancellation);
        await store.AppendAsync([new StreamAppend(Sample.Stream("two"), ExpectedVersion.Any, Sample.Events(1))], Cancellation);
        await store.CloseAsync(Sample.Stream("two"), new NameOfLast("number-drawn"), Sample.Event(), Cancellation);
        await store.WaitAsync(null, Cancellation);
        Assert.Equal(5, (await store.ReadLogAsync(null, Cancellation).ToListAsync(Cancellation)).Count);
        await store.CheckHealthAsync(Cancellation);
        await RunReadModelsAsync(store);
        await AssertRefusedAsync(writer, "UPDATE {0}.events SET data = '\\x00'");
        await AssertRefusedAsync(writer, "DELETE FROM {0}.events");
        await AssertRefusedAsync(writer, "TRUNCATE {0}.events");
        await AssertRefusedAsync(writer, "DELETE FROM {0}.streams");
        await AssertRefusedAsync(writer, "UPDATE {0}.streams SET id = 'other'");
        await AssertRefusedAsync(writer, "UPDATE {0}.store SET identity = gen_random_uuid()");
        await AssertRefusedAsync(writer, "ALTER SEQUENCE {0}.positions RESTART");
        await AssertRefusedAsync(writer, "SELECT setval('{0}.positions', 1)");
        await AssertRefusedAsync(writer, "CREATE TABLE {0}.mine (one integer)");
    }

    [Fact]
    public async Task Reader_reads_and_is_told_that_it_may_not_append()
    {
        await CreateRolesAsync();
        await AppendAsync(Sample.Stream(), Sample.Events(2));
        await using var store = await PostgresEventStore.OpenAsync(As(reader), Schema.Options, Cancellation);
        Assert.Equal(2, (await store.ReadLogAsync(null, Cancellation).ToListAsync(Cancellation)).Count);
        Assert.Equal(2, (await store.ReadAsync(Sample.Stream(), null, Cancellation).ToListAsync(Cancellation)).Count);
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()], Cancellation));
        Assert.Contains("RolesScript", error.Message, StringComparison.Ordinal);
        await AssertRefusedAsync(reader, "DELETE FROM {0}.events");
    }

    [Theory]
    [InlineData("UPDATE {0}.events SET type = 'other'")]
    [InlineData("DELETE FROM {0}.events")]
    [InlineData("TRUNCATE {0}.events")]
    public async Task Not_even_the_owner_changes_events(string sql)
    {
        await AppendAsync(Sample.Stream(), Sample.Events(2));
        var error = await Assert.ThrowsAsync<PostgresException>(() => TestServer.ExecuteAsync(string.Format(null, sql, Schema.Name)));
        Assert.Contains("never changed or removed", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await ReadLogAsync()).Count);
    }

    private async Task RunReadModelsAsync(PostgresEventStore store)
    {
        await Tallies.PrepareAsync(store, Cancellation);
        await Tallies.RunInlineAsync(store, Cancellation);
        await store.AppendAsync(Sample.Stream("counted"), ExpectedVersion.Any, Sample.Events(2), Cancellation);
        await Tallies.PrepareAsync(store, Cancellation, isShadow: true);
        await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                await transaction.WriteAsync(new DocumentChanges(Tallies.Live.Shadow, [Tallies.Write("counted", 2, (await store.HeadAsync(cancellation))!.Value)], []), cancellation);
                await transaction.PromoteAsync(new ProjectionState(Tallies.Name, Lifecycle.Async, "two", DateTimeOffset.UnixEpoch), cancellation);
            },
            excludesAppends: true,
            Cancellation);
        await store.EnsureCheckpointsAsync("mailer", 2, null, Cancellation);
        var held = (await store.BeatAsync(new Heartbeat("mailer", "a", TimeSpan.FromMinutes(1)), Cancellation)).Held[0];
        await store.AdvanceAsync(new Progress("mailer", 0, held.Token, null, 1), Cancellation);
        await store.RestartAsync("mailer", 1, null, null, Cancellation);
        await store.SaveSnapshotAsync(new SnapshotKey("aggregate/thing", "one"), new StoredSnapshot(1, "one", "{}"u8.ToArray(), DateTimeOffset.UnixEpoch), Cancellation);
        await using var reading = await PostgresEventStore.OpenAsync(As(reader), Schema.Options with { EnsureSchema = EnsureSchema.Never }, Cancellation);
        Assert.Equal(2, await Tallies.CountOfAsync(reading, "counted", Cancellation));
        Assert.Single(await reading.ReadCheckpointsAsync("mailer", Cancellation));
        await AssertRefusedAsync(reader, "UPDATE {0}.checkpoints SET position = NULL");
        await AssertRefusedAsync(reader, "DELETE FROM {0}.documents_tallies");
        await AssertRefusedAsync(reader, "SELECT {0}.drop_documents('tallies', false)");
        Assert.True(await store.ForgetProjectionAsync(Tallies.Name, Cancellation));
    }

    private string As(string role) => new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Username = role, Password = "secret" }.ConnectionString;

    private async Task CreateRolesAsync()
    {
        await TestServer.ExecuteAsync($"CREATE ROLE {writer} LOGIN PASSWORD 'secret'; CREATE ROLE {reader} LOGIN PASSWORD 'secret'");
        await TestServer.ExecuteAsync(PostgresSchema.RolesScript(writer, reader, Schema.Name));
    }

    private async Task AssertRefusedAsync(string role, string sql)
    {
        await using var source = NpgsqlDataSource.Create(As(role));
        await using var command = source.CreateCommand(string.Format(null, sql, Schema.Name));
        var error = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, error.SqlState);
    }
}
