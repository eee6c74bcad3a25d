namespace Foldstream.Tests;

public sealed class IdempotencyKeyTests
{
    /// <summary>Not enumerated by runners, which would write half a surrogate pair as something else.</summary>
    public static TheoryData<string> BadKeys => ["", " ", "\uD83C"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What is stored under a key must be found by every later version of the library: these ids never change.</summary>
    [Theory]
    [InlineData("key-1", "", "c64db289-70a0-8d1e-8ca6-db93cc39855c")]
    [InlineData("ä", "acme", "639714c0-f85a-8874-851b-91716e511612")]
    public async Task Ids_of_a_key_are_for_ever(string key, string tenant, string id)
    {
        await using var store = new InMemoryEventStore();
        var context = new CommandContext { IdempotencyKey = key };
        await store.ExecuteAsync<Tally>(new StreamKey("one", tenant), tally => tally.Raise(1), context, Cancellation);
        var recorded = await store.LatestAsync(Sample.Stream("one", Tally.Category, tenant), Cancellation);
        Assert.Equal(id, recorded!.Id.ToString());
    }

    [Fact]
    public async Task Ids_differ_by_stream_key_and_place_and_are_of_version_8()
    {
        await using var store = new InMemoryEventStore();
        string[] keys = ["a", "ab", "b"];
        StreamKey[] streams = ["one", "on", "onea", new("one", "a"), new("ne", "o")];
        foreach (var stream in streams)
        {
            foreach (var key in keys)
                await store.ExecuteAsync<Tally>(stream, RaiseTwice, new CommandContext { IdempotencyKey = key }, Cancellation);
        }

        var ids = (await store.ReadLogAsync(cancellationToken: Cancellation).ToListAsync(Cancellation)).Select(recorded => recorded.Id).ToArray();
        Assert.Equal(keys.Length * streams.Length * 2, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal((8, 8), (id.Version, id.Variant & 0xC)));

        static void RaiseTwice(Tally tally)
        {
            tally.Raise(1);
            tally.Raise(1);
        }
    }

    [Theory]
    [MemberData(nameof(BadKeys), DisableDiscoveryEnumeration = true)]
    public void Key_that_would_stand_for_many_commands_is_refused_by_name(string key)
    {
        var error = Assert.Throws<ArgumentException>(() => new CommandContext { IdempotencyKey = key });
        Assert.Equal(nameof(CommandContext.IdempotencyKey), error.ParamName);
    }
}
