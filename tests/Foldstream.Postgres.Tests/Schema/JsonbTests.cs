namespace Foldstream.Postgres.Tests;

/// <summary>A store with its content as jsonb.</summary>
public sealed class JsonbFixture : PostgresFixture
{
    protected override PostgresStoreOptions Settings => new() { Payload = PayloadFormat.Jsonb };
}

public sealed class JsonbRepeatedAppend : RepeatedAppendContract<PostgresEventStore, JsonbFixture>;

public sealed class JsonbDuplicateEvent : DuplicateEventContract<PostgresEventStore, JsonbFixture>;

public sealed class JsonbLogFilter : LogFilterContract<PostgresEventStore, JsonbFixture>;

public sealed class JsonbAggregateLoading : AggregateLoadingContract<PostgresEventStore, JsonbFixture>;

public sealed class JsonbMultiStreamAppend : MultiStreamAppendContract<PostgresEventStore, JsonbFixture>;

public sealed class JsonbTests : PostgresTest
{
    protected override PostgresStoreOptions Options => new() { Payload = PayloadFormat.Jsonb };

    [Fact]
    public async Task Content_means_the_same_and_can_be_queried()
    {
        await AppendAsync(Sample.Stream(), Sample.Event("opened", """{ "owner" : "Bob", "a": 1 }"""));
        Assert.Equal("""{"a": 1, "owner": "Bob"}""", Sample.TextOf((await ReadAsync(Sample.Stream()))[0]));
        Assert.Equal(1L, await TestServer.ScalarAsync<long>($$"""SELECT count(*) FROM {{Schema.Name}}.events WHERE data @> '{"owner":"Bob"}'"""));
    }

    [Fact]
    public async Task Append_that_is_repeated_with_other_white_space_is_recognised()
    {
        var id = Guid.NewGuid();
        await AppendAsync(Sample.Stream(), Sample.Event("opened", """{"a":1}""", new EventStamp(id)));
        Assert.True((await AppendAsync(Sample.Stream(), Sample.Event("opened", """{ "a": 1 }""", new EventStamp(id)))).AlreadyStored);
    }

    [Theory]
    [InlineData("""{"text":"\u0000"}""")]
    [InlineData("not json")]
    public async Task Content_that_jsonb_refuses_is_refused(string data)
    {
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await AppendAsync(Sample.Stream(), Sample.Event("opened", data)));
        Assert.Contains("PayloadFormat.Bytes", error.Message, StringComparison.Ordinal);
        Assert.Empty(await ReadLogAsync());
    }
}
