namespace Foldstream.TestKit;

/// <summary>Every address that <see cref="StreamId"/> allows is a stream of its own.</summary>
public abstract class StreamAddressContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    /// <summary>Addresses that a careless store would take for one another.</summary>
    private static readonly StreamId[] Neighbours =
    [
        new("thing", "one"),
        new("thing", "One"),
        new("Thing", "one"),
        new("thing", "one "),
        new("thing", " one"),
        new("thing", "one/"),
        new("thing", "/one"),
        new("thing", "one/two"),
        new("thing", "one//two"),
        new("thing-one", "two"),
        new("thing", "one%"),
        new("thing", "on_"),
        new("thing", "one'--"),
        new("thing", "1"),
        new("thing", "01"),
        new("thing", "é"),
        new("thing", "e\u0301"),
        new("thing", "ß"),
        new("thing", "ss"),
        new("thing", "İ"),
        new("thing", "i"),
        new("thing", "\u200B"),
        new("thing", "日本"),
        new("thing", "🎉"),
        new("thing", new string('x', 512)),
        new("thing", new string('x', 511) + "y"),
        new("thing", string.Concat(Enumerable.Repeat("🎉", 128))),
        new(new string('c', 64), "one"),
        new("thing", "one", "acme"),
        new("thing", "one", "Acme"),
        new("thing", "one", "acme/eu"),
        new("thing", "eu/one", "acme"),
        new("thing", "one", new string('t', 512)),
    ];

    [Fact]
    public async Task Every_address_is_a_stream_of_its_own()
    {
        foreach (var (number, stream) in Neighbours.Index())
            await AppendIfAsync(stream, ExpectedVersion.NoStream, Sample.Numbered(number));
        foreach (var (number, stream) in Neighbours.Index())
        {
            var recorded = await SingleAsync(stream);
            Assert.Equal((number, stream), (Sample.NumberOf(recorded), recorded.Stream));
            Assert.Equal(new StreamVersion(0), (await Store.HeadAsync(stream, Cancellation)).Version);
        }
    }

    [Fact]
    public async Task Tenants_do_not_see_one_another()
    {
        var ours = Sample.Stream(tenant: "ours");
        var theirs = Sample.Stream(tenant: "theirs");
        await AppendAsync(ours, Sample.Events(3));
        await AppendIfAsync(theirs, ExpectedVersion.NoStream, Sample.Numbered(9));
        await AssertNumbersAsync([0, 1, 2], ours);
        await AssertNumbersAsync([9], theirs);
        Assert.Empty(await ReadAsync(Sample.Stream()));
    }
}
