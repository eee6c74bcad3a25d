using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Foldstream.Generators;

namespace Foldstream.Catalogue;

/// <summary>Makes a payload of an event from its schema: the same in every run, with a value wherever one is allowed.</summary>
internal sealed class SamplePayload
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly EventSchema schema;
    private readonly HashSet<string> around = [];

    private SamplePayload(EventSchema schema) => this.schema = schema;

    public static string Of(EventSchema schema) => new SamplePayload(schema).Members(schema.Members).ToJsonString(Options) + "\n";

    private JsonObject Members(EquatableArray<SchemaMember> members)
    {
        var sample = new JsonObject();
        foreach (var member in members)
            sample[member.Name] = Value(member.Name, member.Value);
        return sample;
    }

    private JsonNode? Value(string name, SchemaValue value) => value.Type switch
    {
        // A type that holds itself ends where it may.
        NamedSchema named when around.Contains(named.Name) => null,
        NamedSchema named => Definition(name, schema.Find(named.Name)!),
        ListSchema list => List(name, list),
        MapSchema map => Map(name, map),
        ScalarSchema scalar => SampleScalar.Of(scalar.Name, name),
        _ => throw new ToolException($"Foldstream.Catalogue : error : member '{name}' of event '{schema.Name}' holds {value.Type}, of which no sample can be made: write the golden payload '{EventFileName.Of(schema)}' by hand"),
    };

    private JsonArray List(string name, ListSchema list) => Value(name, list.Element) is { } element ? [element] : [];

    private JsonObject Map(string name, MapSchema map)
    {
        var sample = new JsonObject();
        if (Value("key", new SchemaValue(map.Key, IsNullable: false)) is { } key && Value(name, map.Value) is { } value)
            sample[key.ToString()] = value;
        return sample;
    }

    private JsonNode? Definition(string name, SchemaDefinition definition)
    {
        around.Add(definition.Name);
        JsonNode? sample = definition switch
        {
            EnumDefinition @enum => @enum.Members.Count > 0 ? @enum.Members[0] : 0,
            UnionDefinition union => Case(name, union),
            _ => Members(((ObjectDefinition)definition).Members),
        };
        around.Remove(definition.Name);
        return sample;
    }

    // The discriminator stands first, where every reader finds it.
    private JsonNode? Case(string name, UnionDefinition union)
    {
        foreach (var @case in union.Cases)
        {
            if (Value(name, new SchemaValue(@case.Type, IsNullable: false)) is not JsonObject content)
                continue;
            var sample = new JsonObject();
            if (@case.Value != UnionCase.NoDiscriminator)
                sample[union.Discriminator] = @case.Number is { } number ? number : @case.Value;
            foreach (var member in content.ToList())
            {
                content.Remove(member.Key);
                sample[member.Key] = member.Value;
            }

            return sample;
        }

        return null;
    }
}
