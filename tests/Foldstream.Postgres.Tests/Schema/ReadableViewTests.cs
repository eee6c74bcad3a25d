namespace Foldstream.Postgres.Tests;

/// <summary>Operators see content as jsonb, and a reason where jsonb refuses it.</summary>
public sealed class ReadableViewTests : PostgresTest
{
    [Fact]
    public async Task Content_is_shown_as_jsonb()
    {
        var metadata = new EventMetadata { Actor = "alice" };
        await AppendAsync(Sample.Stream(), Sample.Event("opened", """{"owner":"Bob"}""", new EventStamp(Metadata: metadata)));
        Assert.Equal("Bob", await ViewAsync("data ->> 'owner'"));
        Assert.Equal("alice", await ViewAsync("metadata ->> 'actor'"));
        Assert.Equal("thing/one opened", await ViewAsync("stream || ' ' || type"));
        Assert.True(await TestServer.ScalarAsync<bool>($"SELECT data_unreadable_because IS NULL FROM {Schema.Name}.events_readable"));
    }

    [Theory]
    [InlineData("""{"text":"\u0000"}""")]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("1e1000000")]
    public async Task Content_that_jsonb_refuses_gives_the_reason(string data)
    {
        await AppendAsync(Sample.Stream(), Sample.Event("opened", data));
        Assert.True(await TestServer.ScalarAsync<bool>($"SELECT data IS NULL FROM {Schema.Name}.events_readable"));
        Assert.NotEmpty(await ViewAsync("data_unreadable_because"));
    }

    private Task<string> ViewAsync(string column) => TestServer.ScalarAsync<string>($"SELECT {column} FROM {Schema.Name}.events_readable");
}
