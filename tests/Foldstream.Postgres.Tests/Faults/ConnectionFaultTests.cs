using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>Connections that fail are got over within bounds; then the error says what to do. Nothing is stored twice.</summary>
public sealed class ConnectionFaultTests : PostgresTest
{
    private readonly StreamId stream = Sample.Stream();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answer_that_is_lost_at_the_commit_never_doubles_an_append(bool idsGiven)
    {
        await using var proxy = new CuttingProxy(TestServer.ConnectionString);
        await using var store = await OpenAsync(proxy.ConnectionString);
        await store.AppendAsync(stream, ExpectedVersion.NoStream, [Sample.Numbered(0)], Cancellation);
        // The answer to a condition of one's own is the second one: that to the question for the head comes first.
        WriteCondition[] conditions = [ExpectedVersion.Any, ExpectedVersion.Exists, ExpectedVersion.Exactly(2), new CutsWhenAsked(proxy)];
        foreach (var (index, condition) in conditions.Index())
        {
            if (condition is ExpectedVersion)
                proxy.CutNextAnswers();
            var result = await store.AppendAsync(
                stream, condition, [Sample.Numbered(index + 1, idsGiven ? Guid.NewGuid() : null)], Cancellation);
            Assert.Equal((index + 1L, false), (result.LastVersion.Value, result.AlreadyStored));
        }

        Assert.Equal(4, proxy.Cuts);
        Assert.Equal([0, 1, 2, 3, 4], (await ReadAsync(stream)).Select(Sample.NumberOf));
    }

    [Fact]
    public async Task Answer_of_a_new_stream_that_is_lost_is_found_again()
    {
        await using var proxy = new CuttingProxy(TestServer.ConnectionString);
        await using var store = await OpenAsync(proxy.ConnectionString);
        await store.AppendAsync(Sample.Stream("warm"), ExpectedVersion.NoStream, [Sample.Numbered(0)], Cancellation);
        proxy.CutNextAnswers();
        var result = await store.AppendAsync(stream, ExpectedVersion.NoStream, Sample.Events(3), Cancellation);
        Assert.Equal((0L, 2L, false), (result.FirstVersion.Value, result.LastVersion.Value, result.AlreadyStored));
        Assert.Equal([0, 1, 2], (await ReadAsync(stream)).Select(Sample.NumberOf));
    }

    [Fact]
    public async Task Answers_that_are_lost_again_and_again_are_a_typed_error_and_the_append_can_be_repeated()
    {
        await using var proxy = new CuttingProxy(TestServer.ConnectionString);
        await using var store = await OpenAsync(proxy.ConnectionString);
        await store.AppendAsync(stream, ExpectedVersion.NoStream, [Sample.Numbered(0)], Cancellation);
        EventData[] events = [Sample.Numbered(1, Guid.NewGuid())];
        proxy.CutNextAnswers(1000);
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await store.AppendAsync(stream, ExpectedVersion.Exactly(0), events, Cancellation));
        Assert.Contains("same event ids", error.Message, StringComparison.Ordinal);
        proxy.CutNextAnswers(0);
        Assert.Equal(1, (await store.AppendAsync(stream, ExpectedVersion.Exactly(0), events, Cancellation)).LastVersion.Value);
        Assert.Equal([0, 1], (await ReadAsync(stream)).Select(Sample.NumberOf));
    }

    [Fact]
    public async Task Fault_attempts_bound_the_repetitions()
    {
        await using var proxy = new CuttingProxy(TestServer.ConnectionString);
        await using var store = await OpenAsync(proxy.ConnectionString, Schema.Options with { FaultAttempts = 1 });
        await store.AppendAsync(stream, ExpectedVersion.NoStream, [Sample.Numbered(0)], Cancellation);
        proxy.CutNextAnswers();
        await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await store.AppendAsync(stream, ExpectedVersion.Any, [Sample.Numbered(1)], Cancellation));
        Assert.Equal(1, proxy.Cuts);
    }

    [Fact]
    public async Task Reads_go_on_where_they_were_cut()
    {
        await AppendAsync(stream, Sample.Events(5000));
        await using var proxy = new CuttingProxy(TestServer.ConnectionString);
        await using var store = await OpenAsync(proxy.ConnectionString);
        var visitor = new CuttingVisitor(proxy);
        await store.ReadAsync(stream, StreamRange.All, visitor, Cancellation);
        Assert.Equal(Enumerable.Range(0, 5000), visitor.Numbers);
        var log = new CuttingVisitor(proxy);
        await store.ReadAsync(new LogRange { Direction = ReadDirection.Backwards }, log, Cancellation);
        Assert.Equal(Enumerable.Range(0, 5000).Reverse(), log.Numbers);
        Assert.True(proxy.Cuts >= 2);
    }

    [Fact]
    public async Task Backends_that_are_terminated_are_got_over()
    {
        await using var store = await OpenAsync(TestServer.ConnectionString + $";Application Name={Schema.Name}");
        var appends = Enumerable.Range(0, 300).Select(number => Task.Run(
            async () => await store.AppendAsync(Sample.Stream($"s{number % 20}"), ExpectedVersion.Any, [Sample.Numbered(number)], Cancellation), Cancellation)).ToArray();
        for (var round = 0; round < 4; round++)
        {
            await TestServer.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{Schema.Name}'");
            await ReadAsync(stream);
            await Task.Delay(30, Cancellation);
        }

        await Task.WhenAll(appends);
        Assert.Equal(Enumerable.Range(0, 300), (await ReadLogAsync()).Select(Sample.NumberOf).Order());
    }

    [Fact]
    public async Task Server_that_refuses_connections_is_named()
    {
        var settings = new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Host = "127.0.0.1", Port = 1 };
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await OpenAsync(settings.ConnectionString));
        Assert.Contains("127.0.0.1/postgres", error.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<NpgsqlException>(error.InnerException);
    }

    [Fact]
    public async Task Database_that_is_missing_is_named()
    {
        var settings = new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Database = "nowhere" };
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await OpenAsync(settings.ConnectionString));
        Assert.Contains("create the database", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pool_that_is_exhausted_is_told_with_its_size()
    {
        await using var source = NpgsqlDataSource.Create(TestServer.ConnectionString + ";Maximum Pool Size=1;Timeout=1");
        await using var store = await PostgresEventStore.OpenAsync(source, Schema.Options, Cancellation);
        await using (await source.OpenConnectionAsync(Cancellation))
        {
            var error = await Assert.ThrowsAsync<StoreBusyException>(
                async () => await store.AppendAsync(stream, ExpectedVersion.Any, [Sample.Event()], Cancellation));
            Assert.Contains("Maximum Pool Size", error.Message, StringComparison.Ordinal);
            Assert.Equal(TimeSpan.FromSeconds(1), error.Waited);
        }

        await store.AppendAsync(stream, ExpectedVersion.Any, [Sample.Event()], Cancellation);
    }

    private ValueTask<PostgresEventStore> OpenAsync(string connectionString, PostgresStoreOptions? options = null) =>
        PostgresEventStore.OpenAsync(connectionString, (options ?? Schema.Options) with { Notifications = false }, Cancellation);

    private sealed class CuttingVisitor(CuttingProxy proxy) : IEventVisitor
    {
        public List<int> Numbers { get; } = [];

        public bool Visit(in StoredEvent stored)
        {
            Numbers.Add(Sample.NumberOf(stored.ToRecordedEvent()));
            if (Numbers.Count == 1500)
                proxy.CutNextAnswers();
            return true;
        }
    }

    private sealed record CutsWhenAsked(CuttingProxy Proxy) : WriteCondition
    {
        public override string Description => "version 3";

        public override bool IsMetBy(StreamHead head)
        {
            if (head.Version == 3)
                Proxy.CutNextAnswers();
            return head.Version == 3;
        }
    }
}
