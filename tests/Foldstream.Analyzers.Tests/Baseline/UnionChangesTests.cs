using Foldstream.Generators;

namespace Foldstream.Analyzers.Tests;

/// <summary>Changes of what is told apart by a discriminator.</summary>
public sealed class UnionChangesTests
{
    private const string Shape = """ "Shape": { "discriminator": "$type", "cases": { "circle": "#Circle" } }, "Circle": { "members": { "radius": { "type": "int32" } } } """;

    [Theory]
    [InlineData(""" "Shape": { "discriminator": "kind", "cases": { "circle": "#Circle" } }, "Circle": { "members": { "radius": { "type": "int32" } } } """, "FS0054", "the discriminator of 'shape' was changed, from '$type' to 'kind'")]
    [InlineData(""" "Shape": { "discriminator": "$type", "cases": { "round": "#Circle" } }, "Circle": { "members": { "radius": { "type": "int32" } } } """, "FS0054", "the case 'circle' of 'shape' was removed or renamed")]
    [InlineData(""" "Shape": { "discriminator": "$type", "cases": { "circle": "#Circle" } }, "Circle": { "members": { "radius": { "type": "string" } } } """, "FS0052", "member 'shape.radius' was retyped, from 'int32' to 'string'")]
    [InlineData(""" "Shape": { "members": {} }""", "FS0052", "member 'shape' was retyped, from one of several objects to an object")]
    [InlineData(""" "Shape": { "discriminator": "$type", "cases": { "circle": "#Circle", "dot": "#Circle" } }, "Circle": { "members": { "radius": { "type": "int32" } } } """, "", "the case 'dot' of 'shape' was added")]
    public void A_change_is_told(string now, string id, string message)
    {
        var difference = SchemaComparison.Compare(Schema(Shape), Schema(now))[0];

        Assert.Equal(message, difference.ToString());
        Assert.Equal(id.Length > 0, difference.IsBreaking);
        if (difference.IsBreaking)
            Assert.Equal(id, BaselineDescriptors.Of(difference).Id);
    }

    [Fact]
    public void Types_that_hold_themselves_are_compared_once()
    {
        const string Tree = """ "Shape": { "members": { "inner": { "type": "#Shape", "nullable": true }, "name": { "type": "string" } } } """;

        Assert.Empty(SchemaComparison.Compare(Schema(Tree), Schema(Tree)));
        Assert.Equal(
            ["member 'shape.name' was removed or renamed"],
            SchemaComparison.Compare(Schema(Tree), Schema(""" "Shape": { "members": { "inner": { "type": "#Shape", "nullable": true } } } """)).Select(difference => difference.ToString()));
    }

    [Fact]
    public void Marks_are_compared()
    {
        var plain = Schema(""" "Shape": { "members": { "name": { "type": "string" } } } """);
        var marked = Schema(""" "Shape": { "members": { "name": { "type": "string", "marks": ["personal"] } } } """);

        var difference = Assert.Single(SchemaComparison.Compare(plain, marked));
        Assert.Equal("the marks of member 'shape.name' changed", difference.ToString());
        Assert.False(difference.IsBreaking);
    }

    private static EventSchema Schema(string types) => SchemaBaseline.Parse(
        $$"""{ "format": 1, "events": { "drawn": { "1": { "members": { "shape": { "type": "#Shape" } }, "types": { {{types}} } } } } }""").Find("drawn", 1)!;
}
