using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>The schema comes about by itself or by a script, under any name, once, however many processes begin.</summary>
public sealed class SchemaTests : IAsyncLifetime
{
    private readonly TestSchema schema = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => schema.DisposeAsync();

    [Fact]
    public async Task Many_who_begin_at_once_make_one_store()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => schema.OpenAsync().AsTask())));
        var results = new List<AppendResult>();
        foreach (var store in stores)
            results.Add(await store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()], Cancellation));
        Assert.Single(results.Select(result => result.LastPosition!.Value.Store).Distinct());
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task Script_makes_what_the_store_needs()
    {
        await TestServer.ExecuteAsync(PostgresSchema.Script(schema.Name));
        await using var store = await schema.OpenAsync(new PostgresStoreOptions { EnsureSchema = EnsureSchema.Never });
        await store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()], Cancellation);
    }

    [Fact]
    public async Task Store_that_may_make_nothing_says_what_to_run()
    {
        var error = await Assert.ThrowsAsync<IncompatibleStoreException>(
            async () => await schema.OpenAsync(new PostgresStoreOptions { EnsureSchema = EnsureSchema.Never }));
        Assert.Contains("PostgresSchema.Script(fromVersion: 0)", error.Message, StringComparison.Ordinal);
        Assert.Equal(0L, await TestServer.ScalarAsync<long>($"SELECT count(*) FROM pg_namespace WHERE nspname = '{schema.Name}'"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Older_schema_is_brought_forward_with_what_it_holds(int version)
    {
        await CreateAsync(version);
        await using var store = await schema.OpenAsync();
        await store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()], Cancellation);
        Assert.Equal(PostgresSchema.Version, await VersionAsync());
        Assert.Equal(1L, await TestServer.ScalarAsync<long>($"SELECT count(*) FROM {schema.Name}.events_readable"));
        await store.EnsureCheckpointsAsync("mailer", 2, null, Cancellation);
        Assert.Equal(2, (await store.ReadCheckpointsAsync("mailer", Cancellation)).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Script_brings_an_older_schema_forward(int version)
    {
        await CreateAsync(version);
        var error = await Assert.ThrowsAsync<IncompatibleStoreException>(
            async () => await schema.OpenAsync(new PostgresStoreOptions { EnsureSchema = EnsureSchema.Never }));
        Assert.Contains($"PostgresSchema.Script(fromVersion: {version})", error.Message, StringComparison.Ordinal);
        await TestServer.ExecuteAsync(PostgresSchema.Script(schema.Name, fromVersion: version));
        await using var store = await schema.OpenAsync(new PostgresStoreOptions { EnsureSchema = EnsureSchema.Never });
    }

    [Fact]
    public async Task Read_models_come_to_a_store_without_touching_its_events()
    {
        await CreateAsync(2);
        var file = $"SELECT relfilenode FROM pg_class WHERE oid = '{schema.Name}.events'::regclass";
        var before = await TestServer.ScalarAsync<uint>(file);
        await using (var connection = await TestServer.Source.OpenConnectionAsync(Cancellation))
        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            // However many events there are: the steps do not even want to look at them.
            await using var command = new NpgsqlCommand($"LOCK TABLE {schema.Name}.events IN ACCESS EXCLUSIVE MODE", connection);
            await command.ExecuteNonQueryAsync(Cancellation);
            await using var store = await schema.OpenAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
            Assert.Equal(PostgresSchema.Version, await VersionAsync());
        }

        Assert.Equal(before, await TestServer.ScalarAsync<uint>(file));
        await using var opened = await schema.OpenAsync();
        Assert.Equal("events_are_final", await GuardsAsync());
        await Tallies.PrepareAsync(opened, Cancellation);
        Assert.Equal("events_are_final", await GuardsAsync());
        await Tallies.RunInlineAsync(opened, Cancellation);
        Assert.Equal("events_are_final,inline_tallies", await GuardsAsync());
        await opened.ForgetProjectionAsync(Tallies.Name, Cancellation);
        Assert.Equal("events_are_final", await GuardsAsync());
    }

    [Fact]
    public async Task Two_who_close_a_store_at_once_wait_for_the_same_end()
    {
        var store = await schema.OpenAsync();
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await store.AppendAsync(new StreamAppend(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()]), transaction, Cancellation);
        var append = store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()], Cancellation).AsTask();
        var ends = new[] { store.DisposeAsync().AsTask(), store.DisposeAsync().AsTask() };
        Assert.All(ends, end => Assert.False(end.IsCompleted));
        await transaction.CommitAsync(Cancellation);
        await Task.WhenAll(ends);
        Assert.True(append.IsCompletedSuccessfully);
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Newer_schema_is_refused()
    {
        await using (await schema.OpenAsync())
            await TestServer.ExecuteAsync($"UPDATE {schema.Name}.store SET version = 99");
        var error = await Assert.ThrowsAsync<IncompatibleStoreException>(async () => await schema.OpenAsync());
        Assert.Contains("99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_of_something_else_is_refused()
    {
        await TestServer.ExecuteAsync($"CREATE SCHEMA {schema.Name}; CREATE TABLE {schema.Name}.events (one integer)");
        await Assert.ThrowsAsync<IncompatibleStoreException>(async () => await schema.OpenAsync());
    }

    [Fact]
    public async Task Sequence_that_keeps_numbers_back_is_refused()
    {
        await using (await schema.OpenAsync())
            await TestServer.ExecuteAsync($"ALTER SEQUENCE {schema.Name}.positions CACHE 20");
        var error = await Assert.ThrowsAsync<IncompatibleStoreException>(async () => await schema.OpenAsync());
        Assert.Contains("CACHE 20", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_form_of_content_than_the_schemas_is_refused()
    {
        await using (await schema.OpenAsync())
            await Assert.ThrowsAsync<IncompatibleStoreException>(
                async () => await schema.OpenAsync(new PostgresStoreOptions { Payload = PayloadFormat.Jsonb }));
    }

    [Theory]
    [InlineData("Upper And Space")]
    [InlineData("quote\"s and 'others' \\ here")]
    [InlineData("äöü-🎉")]
    [InlineData("$body$; DROP TABLE x")]
    public async Task Any_name_is_quoted(string name)
    {
        await using var store = await PostgresEventStore.OpenAsync(TestServer.ConnectionString, new PostgresStoreOptions { Schema = name }, Cancellation);
        await store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, Sample.Events(2), Cancellation);
        await store.WaitAsync(null, Cancellation);
        Assert.Equal(2, (await store.ReadLogAsync(null, Cancellation).ToListAsync(Cancellation)).Count);
        await Tallies.PrepareAsync(store, Cancellation);
        await Tallies.PrepareAsync(store, Cancellation, isShadow: true);
        var state = new ProjectionState(Tallies.Name, Lifecycle.Inline, "two", DateTimeOffset.UnixEpoch);
        await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                await transaction.PromoteAsync(state, cancellation);
                await transaction.SaveStateAsync(Tallies.Definition, state, cancellation);
            },
            cancellationToken: Cancellation);
        await Assert.ThrowsAsync<InlineProjectionMissingException>(
            async () => await store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Numbered(1)], Cancellation));
        await TestServer.ExecuteAsync($"DROP SCHEMA {SchemaName.Quote(name)} CASCADE");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("pg_mine")]
    [InlineData("with\nbreak")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg")]
    public void Name_that_is_none_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new PostgresStoreOptions { Schema = name });

    [Fact]
    public async Task Stores_of_one_database_keep_apart()
    {
        await using var other = new TestSchema();
        await using var left = await schema.OpenAsync();
        await using var right = await other.OpenAsync();
        var result = await left.AppendAsync(Sample.Stream(), ExpectedVersion.NoStream, [Sample.Event()], Cancellation);
        await right.AppendAsync(Sample.Stream(), ExpectedVersion.NoStream, [Sample.Event()], Cancellation);
        await Assert.ThrowsAsync<ForeignPositionException>(
            async () => await right.ReadLogAsync(new LogRange { After = result.LastPosition }, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Data_source_of_the_user_is_used_as_it_is_and_stays_open()
    {
        await using var source = NpgsqlDataSource.Create(TestServer.ConnectionString);
        await using (var store = await PostgresEventStore.OpenAsync(source, schema.Options, Cancellation))
        {
            await store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, Sample.Events(2), Cancellation);
            await store.WaitAsync(null, Cancellation);
        }

        await using var command = source.CreateCommand("SELECT 1");
        Assert.Equal(1, await command.ExecuteScalarAsync(Cancellation));
    }

    private Task CreateAsync(int version) => TestServer.ExecuteAsync(
        PostgresSchema.Steps(new SchemaName(schema.Name), PayloadFormat.Bytes, SchemaMigrations.All.Take(version), 0));

    private Task<string> GuardsAsync() => TestServer.ScalarAsync<string>(
        $"SELECT string_agg(tgname::text, ',' ORDER BY tgname) FROM pg_trigger WHERE tgrelid = '{schema.Name}.events'::regclass AND tgenabled <> 'D'");

    private Task<int> VersionAsync() => TestServer.ScalarAsync<int>($"SELECT version FROM {schema.Name}.store");
}
