using System.Text;

namespace Foldstream.Postgres.Tests;

/// <summary>Whatever is in names and content, it is stored as it is or refused with a clear error.</summary>
public sealed class SafetyTests : PostgresTest
{
    [Theory]
    [InlineData("'; DROP SCHEMA public; --")]
    [InlineData("\"quoted\" \\ back 🎉 $1 {0} %s")]
    [InlineData("ﷺ‮ right to left")]
    public async Task Names_are_never_part_of_a_statement(string text)
    {
        var stream = new StreamId("thing", text, text);
        var metadata = new EventMetadata { Actor = text, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { [text] = text } };
        await AppendAsync(stream, new EventData(new EventType(text), Encoding.UTF8.GetBytes(text), new EventStamp(Metadata: metadata)));
        var read = Assert.Single(await ReadLogAsync(new LogRange { Tenant = text, EventNames = [text] }));
        Assert.Equal((stream, text, metadata), (read.Stream, read.Type.Name, read.Metadata));
        Assert.Equal(text, Encoding.UTF8.GetString(read.Data.Span));
    }

    [Fact]
    public async Task Nul_in_metadata_survives()
    {
        var metadata = new EventMetadata { CorrelationId = "a\0b" };
        await AppendAsync(Sample.Stream(), Sample.Event(new EventStamp(Metadata: metadata)));
        Assert.Equal(metadata, (await ReadLogAsync())[0].Metadata);
        Assert.True(await TestServer.ScalarAsync<bool>($"SELECT metadata IS NULL FROM {Schema.Name}.events_readable"));
    }

    [Fact]
    public async Task Content_of_a_megabyte_and_more_survives()
    {
        var data = $$"""{"text":"{{new string('x', 3 << 20)}}"}""";
        await AppendAsync(Sample.Stream(), Sample.Event("large", data), Sample.Event("small"));
        Assert.Equal(data, Sample.TextOf((await ReadLogAsync())[0]));
        Assert.Equal(data, Sample.TextOf((await ReadAsync(Sample.Stream()))[0]));
    }

    [Fact]
    public async Task Ten_thousand_events_are_one_append()
    {
        var result = await AppendAsync(Sample.Stream(), Sample.Events(10_000));
        Assert.Equal(9_999, result.LastVersion.Value);
        var read = await ReadLogAsync();
        Assert.Equal(Enumerable.Range(0, 10_000), read.Select(Sample.NumberOf));
        Assert.Equal(Enumerable.Range(0, 10_000), read.Select(recorded => (int)recorded.Version.Value));
    }

    [Fact]
    public async Task Json_of_any_depth_survives()
    {
        var data = new string('[', 100_000) + new string(']', 100_000);
        await AppendAsync(Sample.Stream(), Sample.Event("deep", data));
        Assert.Equal(data, Sample.TextOf((await ReadLogAsync())[0]));
        Assert.NotEmpty(await TestServer.ScalarAsync<string>($"SELECT data_unreadable_because FROM {Schema.Name}.events_readable"));
    }

    [Fact]
    public async Task Secrets_are_in_no_message()
    {
        var connection = new Npgsql.NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Password = "hunter2-wrong" };
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await PostgresEventStore.OpenAsync(connection.ConnectionString, Schema.Options, Cancellation));
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("login", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(new Npgsql.NpgsqlConnectionStringBuilder(TestServer.ConnectionString).Password!, error.Store, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transport_options_of_the_connection_string_are_followed()
    {
        // The server of the tests has no TLS, so asking for it must fail rather than go on in the clear.
        Assert.SkipUnless(TestServer.IsOwn, "Another server may have TLS.");
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await PostgresEventStore.OpenAsync(TestServer.ConnectionString + ";SSL Mode=Require", Schema.Options, Cancellation));
        Assert.Contains("SSL", error.Message, StringComparison.OrdinalIgnoreCase);
    }
}
