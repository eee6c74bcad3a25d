namespace Foldstream.Tests;

public sealed class EventDefinitionTests
{
    [Fact]
    public void Event_is_encoded_with_name_version_and_stamp()
    {
        var stamp = new EventStamp(Guid.NewGuid(), TestClock.Start, new EventMetadata { Actor = "alice" });
        var data = Tally.Raised.Encode(new TallyRaised(7), stamp);
        Assert.Equal((Tally.Raised.Type, stamp.Id, stamp.OccurredAt, stamp.Metadata), (data.Type, data.Id, data.OccurredAt, data.Metadata));
        Assert.Equal("""{"amount":7}"""u8.ToArray(), data.Data.ToArray());
    }

    [Fact]
    public void Event_is_read_back() =>
        Assert.Equal(new TallyRaised(7), Tally.Raised.Read(Stored.Event(Tally.Raised.Type, """{"unknown":[1],"amount":7}""")));

    [Fact]
    public void Boxed_and_unboxed_ways_agree()
    {
        EventDefinition definition = Tally.Raised;
        Assert.Equal(typeof(TallyRaised), definition.ClrType);
        Assert.Equal("tally-raised", definition.ToString());
        Assert.Equal("""{"amount":7}"""u8.ToArray(), definition.Encode((object)new TallyRaised(7)).Data.ToArray());
        Assert.Equal(new TallyRaised(7), definition.Decode(Stored.Event(definition.Type, """{"amount":7}""")));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(99)]
    public void Other_schema_version_is_refused_with_both(int version)
    {
        var stored = Tally.Raised.Type with { Version = version };
        var error = Assert.Throws<EventReadException>(() => Tally.Raised.Read(Stored.Event(stored, """{"amount":7}""")));
        Assert.Contains($"schema version {version}", error.Message, StringComparison.Ordinal);
        Assert.Contains("'TallyRaised' reads version 1", error.Message, StringComparison.Ordinal);
        Assert.Equal((stored, null, null), (error.Type, error.Member, error.BytePosition));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("a\n", 1)]
    [InlineData("opened", 0)]
    public void Definition_checks_its_name_and_version(string name, int version) =>
        Assert.Throws<ArgumentException>(() => new EventDefinition<TallyRaised>(name, version, TallyConverter()));

    [Fact]
    public void Absent_event_is_refused() => Assert.Throws<ArgumentNullException>(() => Tally.Raised.Encode(null!));

    private static EventJsonConverter<TallyRaised> TallyConverter() => new WritesNothing();

    private sealed class WritesNothing : EventJsonConverter<TallyRaised>
    {
        public override TallyRaised Read(ref System.Text.Json.Utf8JsonReader reader) => new(0);

        public override void Write(System.Text.Json.Utf8JsonWriter writer, TallyRaised value) => writer.WriteNullValue();
    }
}
