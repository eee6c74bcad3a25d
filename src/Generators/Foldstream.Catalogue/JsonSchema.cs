using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Foldstream.Generators;

namespace Foldstream.Catalogue;

/// <summary>A version of an event as JSON Schema, draft 2020-12: what its converter writes is valid.</summary>
internal static class JsonSchema
{
    public const string Draft = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(CatalogueEvent known)
    {
        var root = new JsonObject
        {
            ["$schema"] = Draft,
            ["title"] = $"{known.Schema.Name} v{known.Schema.Version}",
            ["description"] = $"What {known.Type} is stored as.",
        };
        AddObject(root, known.Schema.Members);
        if (known.Schema.Types.Count > 0)
            root["$defs"] = new JsonObject(known.Schema.Types.Select(type => KeyValuePair.Create<string, JsonNode?>(type.Name, Definition(type))));
        return root.ToJsonString(Options) + "\n";
    }

    private static JsonObject Definition(SchemaDefinition definition) => definition switch
    {
        EnumDefinition @enum => Enum(@enum),
        UnionDefinition union => new JsonObject { ["oneOf"] = new JsonArray([.. union.Cases.Select(@case => Case(union.Discriminator, @case))]) },
        ObjectDefinition @object => AddObject([], @object.Members),
        _ => throw new InvalidOperationException($"Nobody writes a {definition.GetType().Name}."),
    };

    private static JsonObject AddObject(JsonObject schema, EquatableArray<SchemaMember> members)
    {
        schema["type"] = "object";
        schema["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, Member(member))));
        if (members.Any(member => member.IsRequired))
            schema["required"] = new JsonArray([.. members.Where(member => member.IsRequired).Select(member => JsonValue.Create(member.Name))]);
        return schema;
    }

    private static JsonObject Member(SchemaMember member)
    {
        var schema = Value(member.Value);
        if (member.IsComputed)
            schema["readOnly"] = true;
        return schema;
    }

    private static JsonObject Value(SchemaValue value)
    {
        var schema = Type(value.Type);
        if (!value.IsNullable)
            return schema;
        if (schema["type"] is not JsonValue single)
            return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        schema["type"] = new JsonArray(single.GetValue<string>(), "null");
        return schema;
    }

    private static JsonObject Type(SchemaType type) => type switch
    {
        ScalarSchema scalar => JsonSchemaScalar.Of(scalar.Name),
        ListSchema list => new JsonObject { ["type"] = "array", ["items"] = Value(list.Element) },
        MapSchema map => Map(map),
        NamedSchema named => Reference(named.Name),
        OpaqueSchema opaque => new JsonObject { ["description"] = $"Is {opaque}." },
        _ => throw new InvalidOperationException($"Nobody writes a {type.GetType().Name}."),
    };

    // Keys are texts whatever they stand for; only what an enum or a pattern says of them can be told.
    private static JsonObject Map(MapSchema map)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(map.Value) };
        if (map.Key is NamedSchema or ScalarSchema { Name: not "string" } && Type(map.Key) is var key && key["type"]?.GetValue<string>() == "string")
            schema["propertyNames"] = key;
        return schema;
    }

    // An undefined value is written as its number.
    private static JsonObject Enum(EnumDefinition definition) => new()
    {
        ["anyOf"] = new JsonArray(
            definition.IsFlags || definition.Members.Count == 0
                ? new JsonObject { ["type"] = "string" }
                : new JsonObject { ["enum"] = new JsonArray([.. definition.Members.Select(member => JsonValue.Create(member))]) },
            new JsonObject { ["type"] = "integer" }),
    };

    private static JsonObject Case(string discriminator, UnionCase @case) => new()
    {
        ["allOf"] = new JsonArray(@case.Value == UnionCase.NoDiscriminator ? Without(discriminator) : With(discriminator, @case), Type(@case.Type)),
    };

    private static JsonObject With(string discriminator, UnionCase @case) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [discriminator] = new JsonObject { ["const"] = @case.Number is { } number ? number : @case.Value } },
        ["required"] = new JsonArray(discriminator),
    };

    private static JsonObject Without(string discriminator) => new() { ["not"] = new JsonObject { ["required"] = new JsonArray(discriminator) } };

    // A JSON pointer inside of a URI.
    private static JsonObject Reference(string name) => new()
    {
        ["$ref"] = "#/$defs/" + Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)),
    };
}
