using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace Foldstream.Catalogue.Tests;

/// <summary>The schemas allow what the generated converters write, and refuse what these would refuse.</summary>
public sealed class JsonSchemaTests
{
    private static readonly Money Price = new(1.5m, "EUR");

    private static readonly DateTime Noon = new(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<object> Payloads =>
    [
        new ScalarsStored(
            true, -1, 2, -3, 4, -5, 6, -7, 8, 1.5f, 2.5, 3.5m, (Half)4.5, 'x', "text", Noon, new(Noon), new(2024, 2, 29), new(12, 0), TimeSpan.FromDays(1.5),
            Guid.NewGuid(), new Uri("https://example.com"), new Version(1, 2, 3), [1, 2, 3], new byte[] { 4 }),
        new ScalarsStored(
            false, sbyte.MinValue, byte.MaxValue, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue, float.MinValue, 1e20, decimal.MaxValue, Half.MinValue,
            '\u00e9', "", DateTime.MinValue, new(Noon.AddTicks(1), TimeSpan.Zero), DateOnly.MaxValue, new(1, 2, 3, 4, 5), TimeSpan.MinValue,
            Guid.Empty, new Uri("relative/path", UriKind.Relative), new Version(1, 2), [], ReadOnlyMemory<byte>.Empty),
        new NothingStored(null, null, null, null, null, null),
        new NothingStored(1, "", Color.Blue, Price, Guid.NewGuid(), [1, 2]),
        new OrderPlaced(new(Guid.NewGuid()), [new("tea", 2, Price), new("milk", 1, null)], Color.Red, Rights.Read | Rights.Write),
        new OrderPlaced(default, [], (Color)99, (Rights)64, "note") { Discount = Price },
        new OrderLabelled(
            new() { ["a"] = Price, ["b"] = null }, new() { [new(Guid.NewGuid())] = 1 }, new() { [Color.Blue] = "blue" }, ImmutableArray.Create("x", null), new HashSet<Color> { Color.Red }, [[1], []]),
        new OddlyNamed("value"),
        new TreePlanted(new Pair(new Leaf(1), new Pair(new Tree("bare"), null)), new("Ann", new("Eve", null, []), [new("Bob", null, [])]), "garden", null),
        new TreePlanted(new Tree(), new("Ann", null, []), null, "note"),
    ];

    public static TheoryData<string, string> Refused => new()
    {
        { "order-placed", """{ "lines": [], "color": "Red", "rights": "None" }""" },
        { "order-placed", """{ "order": "no guid", "lines": [], "color": "Red", "rights": "None" }""" },
        { "order-placed", """{ "order": "0190a6d3-7d4b-7c3a-9a51-3f0e2d1c4b5a", "lines": [{ "article": 1, "count": 1 }], "color": "Red", "rights": "None" }""" },
        { "order-placed", """{ "order": "0190a6d3-7d4b-7c3a-9a51-3f0e2d1c4b5a", "lines": [], "color": "Pink", "rights": "None" }""" },
        { "order-placed", """{ "order": "0190a6d3-7d4b-7c3a-9a51-3f0e2d1c4b5a", "lines": null, "color": "Red", "rights": "None" }""" },
        { "tree-planted", """{ "tree": { "$type": "bush" }, "owner": { "name": "Ann", "children": [] } }""" },
        { "tree-planted", """{ "tree": { "$type": "leaf" }, "owner": { "name": "Ann", "children": [] } }""" },
        { "tree-planted", """{ "tree": { "$type": 2, "left": { "$type": "leaf", "value": "1" } }, "owner": { "name": "Ann", "children": [] } }""" },
        { "tree-planted", """{ "tree": {}, "owner": { "name": "Ann", "children": [{}] } }""" },
        { "nothing-stored", """{ "number": "1" }""" },
        { "nothing-stored", """{ "numbers": [null] }""" },
        { "order-labelled", """{ "prices": {}, "counts": { "no guid": 1 }, "colors": {}, "notes": [], "set": [], "matrix": [] }""" },
    };

    public static TheoryData<string> Names => [.. Own.Catalogue.Events.Select(known => known.Schema.Name)];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void What_a_converter_writes_is_valid(object @event)
    {
        var written = TestsEvents.Model.Encode(@event);

        Assert.Empty(new SchemaValidator(Own.Schema(written.Type.Name)).Validate(Encoding.UTF8.GetString(written.Data.Span)));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_a_converter_would_not_write_is_refused(string name, string json) =>
        Assert.NotEmpty(new SchemaValidator(Own.Schema(name)).Validate(json));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_schema_is_one_by_the_rules_of_its_draft(string name)
    {
        var root = Own.Schema(name);

        Assert.Equal(JsonSchema.Draft, (string)root["$schema"]!);
        MetaRules.Check(root, root);
    }

    [Fact]
    public void A_computed_member_is_read_only_and_never_required()
    {
        var schema = Own.Schema("order-placed");

        Assert.True((bool)schema["properties"]!["count"]!["readOnly"]!);
        Assert.Equal(["order", "lines", "color", "rights"], schema["required"]!.AsArray().Select(required => (string)required!));
    }

    [Fact]
    public void Discriminated_objects_are_told_apart()
    {
        var baseline = Foldstream.Generators.SchemaBaseline.Parse(
            """
            { "format": 1, "events": { "drawn": { "1": {
              "members": { "shape": { "type": "#Shape", "required": true } },
              "types": {
                "Shape": { "discriminator": "$type", "cases": { "circle": "#Circle", "square": "#Square" } },
                "Circle": { "members": { "radius": { "type": "int32", "required": true } } },
                "Square": { "members": { "side": { "type": "int32", "required": true } } } } } } } }
            """);
        var schema = JsonNode.Parse(JsonSchema.Of(new(baseline.Find("drawn", 1)!, "Drawn")))!.AsObject();
        MetaRules.Check(schema, schema);
        var validator = new SchemaValidator(schema);

        Assert.Empty(validator.Validate("""{ "shape": { "$type": "circle", "radius": 1 } }"""));
        Assert.NotEmpty(validator.Validate("""{ "shape": { "$type": "circle", "side": 1 } }"""));
        Assert.NotEmpty(validator.Validate("""{ "shape": { "$type": "line" } }"""));
        Assert.Empty(validator.Validate(SamplePayload.Of(baseline.Find("drawn", 1)!)));
    }
}
