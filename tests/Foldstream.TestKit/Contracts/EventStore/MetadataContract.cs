namespace Foldstream.TestKit;

/// <summary>Metadata comes back as it was given, and no metadata has one form.</summary>
public abstract class MetadataContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();

    public static TheoryData<string?, string?, string?> Fields => new()
    {
        { "request-1", null, null },
        { null, "command-1", null },
        { null, null, "alice" },
        { "", "", "" },
        { "ä\"\\\u0001", "日本語", "🎉 </script>" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Fields_survive(string? correlation, string? causation, string? actor)
    {
        var metadata = new EventMetadata { CorrelationId = correlation, CausationId = causation, Actor = actor };
        await AppendWithAsync(metadata);
        var stored = (await SingleAsync(stream)).Metadata;
        Assert.Equal((correlation, causation, actor), (stored.CorrelationId, stored.CausationId, stored.Actor));
        Assert.Equal(metadata, stored);
    }

    [Fact]
    public async Task Headers_survive()
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["z"] = "1", ["a"] = "", ["A"] = "ä\n", [""] = "empty name" };
        await AppendWithAsync(new EventMetadata { Headers = headers });
        Assert.Equal(headers.OrderBy(header => header.Key, StringComparer.Ordinal), (await SingleAsync(stream)).Metadata.Headers);
    }

    [Fact]
    public async Task No_metadata_has_one_form()
    {
        var empty = new EventMetadata { Headers = new Dictionary<string, string>(StringComparer.Ordinal) };
        await AppendAsync(
            stream,
            Sample.Event(),
            Sample.Event(new EventStamp(Metadata: EventMetadata.None)),
            Sample.Event(new EventStamp(Metadata: new EventMetadata())),
            Sample.Event(new EventStamp(Metadata: empty)));
        var stored = await ReadAsync(stream);
        Assert.Equal(4, stored.Count);
        Assert.All(stored, recorded => Assert.True(recorded.Metadata.IsNone));
        Assert.All(stored, recorded => Assert.Equal(EventMetadata.None, recorded.Metadata));
    }

    [Fact]
    public async Task Each_event_keeps_its_own()
    {
        await AppendAsync(
            stream,
            Sample.Event(new EventStamp(Metadata: new EventMetadata { Actor = "alice" })),
            Sample.Event(),
            Sample.Event(new EventStamp(Metadata: new EventMetadata { Actor = "bob" })));
        Assert.Equal(["alice", null, "bob"], (await ReadAsync(stream)).Select(recorded => recorded.Metadata.Actor));
    }

    [Fact]
    public async Task Visitor_reads_it_too()
    {
        var metadata = new EventMetadata { Actor = "alice" };
        await AppendWithAsync(metadata);
        var visitor = new CollectingVisitor();
        await Store.ReadAsync(stream, StreamRange.All, visitor, Cancellation);
        Assert.Equal(metadata, Assert.Single(visitor.Events).Metadata);
    }

    private ValueTask<AppendResult> AppendWithAsync(EventMetadata metadata) =>
        AppendAsync(stream, Sample.Event(new EventStamp(Metadata: metadata)));
}
