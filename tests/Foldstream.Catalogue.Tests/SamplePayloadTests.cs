using System.Text;

namespace Foldstream.Catalogue.Tests;

public sealed class SamplePayloadTests
{
    public static TheoryData<string> Names => [.. Own.Catalogue.Events.Select(known => known.Schema.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_loads_and_is_valid(string name)
    {
        var schema = Own.Event(name).Schema;
        var sample = SamplePayload.Of(schema);

        Assert.Empty(new SchemaValidator(Own.Schema(name)).Validate(sample));
        Assert.IsType(TestsEvents.Model.Find(name)!.ClrType, TestsEvents.Model.Decode(new()
        {
            Stream = new("sample", "1"),
            Version = 0,
            Position = null,
            Id = Guid.Empty,
            Type = new(schema.Name, schema.Version),
            Data = Encoding.UTF8.GetBytes(sample),
            OccurredAt = DateTimeOffset.UnixEpoch,
            RecordedAt = DateTimeOffset.UnixEpoch,
        }));
    }

    [Fact]
    public void A_sample_is_the_same_in_every_run_and_holds_no_null()
    {
        var sample = SamplePayload.Of(Own.Event("nothing-stored").Schema);

        Assert.Equal(sample, SamplePayload.Of(Own.Event("nothing-stored").Schema));
        Assert.Equal("{\n  \"number\": 42,\n  \"text\": \"text\",\n  \"color\": \"Red\",\n  \"money\": {\n    \"amount\": 12.5,\n    \"currency\": \"currency\"\n  },\n  \"id\": \"0190a6d3-7d4b-7c3a-9a51-3f0e2d1c4b5a\",\n  \"numbers\": [\n    42\n  ]\n}\n", sample);
    }

    [Fact]
    public void A_type_that_holds_itself_ends_where_it_may()
    {
        var baseline = Foldstream.Generators.SchemaBaseline.Parse(
            """
            { "format": 1, "events": { "grown": { "1": {
              "members": { "tree": { "type": "#Tree", "required": true } },
              "types": { "Tree": { "members": {
                "left": { "type": "#Tree", "nullable": true },
                "others": { "type": { "list": { "type": "#Tree" } } },
                "named": { "type": { "map": { "type": "#Tree" }, "key": "string" } } } } } } } } }
            """);

        Assert.Equal("""{"tree":{"left":null,"others":[],"named":{}}}""", string.Concat(SamplePayload.Of(baseline.Find("grown", 1)!).Where(character => !char.IsWhiteSpace(character))));
    }

    [Fact]
    public void Of_what_only_a_converter_knows_there_is_no_sample()
    {
        var baseline = Foldstream.Generators.SchemaBaseline.Parse("""{ "format": 1, "events": { "odd": { "1": { "members": { "value": { "type": { "opaque": "Odd" } } } } } } }""");

        var error = Assert.Throws<ToolException>(() => SamplePayload.Of(baseline.Find("odd", 1)!));

        Assert.Contains("write the golden payload 'odd.v1.json' by hand", error.Message, StringComparison.Ordinal);
    }
}
