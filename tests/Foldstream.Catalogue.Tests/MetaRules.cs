using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Foldstream.Catalogue.Tests;

/// <summary>The rules of the meta-schema of JSON Schema 2020-12, for the keywords that the catalogue writes.</summary>
internal static class MetaRules
{
    private static readonly string[] Types = ["null", "boolean", "object", "array", "number", "string", "integer"];

    public static void Check(JsonObject root, JsonObject schema)
    {
        foreach (var (keyword, value) in schema)
            Check(root, schema, keyword, value!);
    }

    private static void Check(JsonObject root, JsonObject schema, string keyword, JsonNode value)
    {
        switch (keyword)
        {
            case "$schema":
                Assert.True(Uri.TryCreate((string)value!, UriKind.Absolute, out _));
                Assert.Same(root, schema);
                break;
            case "title" or "description" or "format" or "contentEncoding":
                Assert.Equal(JsonValueKind.String, value.GetValueKind());
                break;
            case "pattern":
                Assert.NotNull(new Regex((string)value!, RegexOptions.ECMAScript));
                break;
            case "$ref":
                Assert.Matches(@"^#/\$defs/([A-Za-z0-9._~-]|%[0-9A-F]{2})+$", (string)value!);
                var name = Uri.UnescapeDataString(((string)value!)["#/$defs/".Length..]).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
                Assert.NotNull(root["$defs"]![name]);
                break;
            case "type":
                string[] types = value is JsonArray many ? [.. many.Select(type => (string)type!)] : [(string)value!];
                Assert.NotEmpty(types);
                Assert.All(types, type => Assert.Contains(type, Types));
                Assert.Equal(types.Distinct(), types);
                break;
            case "readOnly":
                Assert.True(value.GetValueKind() is JsonValueKind.True or JsonValueKind.False);
                break;
            case "minimum" or "maximum":
                Assert.Equal(JsonValueKind.Number, value.GetValueKind());
                break;
            case "maxLength":
                Assert.True((int)value >= 0);
                break;
            case "required":
                var names = value.AsArray().Select(required => (string)required!).ToList();
                Assert.Equal(names.Distinct(), names);
                break;
            case "enum":
                Assert.NotEmpty(value.AsArray());
                break;
            case "const":
                break;
            case "properties" or "$defs":
                Assert.All(value.AsObject(), member => Check(root, member.Value!.AsObject()));
                break;
            case "anyOf" or "oneOf" or "allOf":
                Assert.NotEmpty(value.AsArray());
                Assert.All(value.AsArray(), part => Check(root, part!.AsObject()));
                break;
            case "not" or "items" or "additionalProperties" or "propertyNames":
                Check(root, value.AsObject());
                break;
            default:
                Assert.Fail($"'{keyword}' is no keyword that the catalogue writes.");
                break;
        }
    }
}
