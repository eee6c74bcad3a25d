using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Foldstream.Catalogue.Tests;

/// <summary>Validates JSON against the keywords of JSON Schema 2020-12 that the catalogue writes; any other keyword is an error.</summary>
internal sealed class SchemaValidator(JsonObject root)
{
    public IReadOnlyList<string> Validate(string json) => [.. Validate("$", root, JsonNode.Parse(json))];

    private IEnumerable<string> Validate(string path, JsonObject schema, JsonNode? value) =>
        schema.SelectMany(keyword => Check(path, keyword.Key, keyword.Value!, schema, value).Select(problem => $"{path}: {problem}"));

    private IEnumerable<string> Check(string path, string keyword, JsonNode rule, JsonObject schema, JsonNode? value) => keyword switch
    {
        "$schema" or "title" or "description" or "$defs" or "readOnly" => [],
        "$ref" => Validate(path, Resolve((string)rule!), value),
        "type" => Types(rule).Any(type => Is(type, value)) ? [] : [$"{Text(value)} is not {rule.ToJsonString()}"],
        "enum" => rule.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)) ? [] : [$"{Text(value)} is not one of {rule.ToJsonString()}"],
        "const" => JsonNode.DeepEquals(rule, value) ? [] : [$"{Text(value)} is not {rule.ToJsonString()}"],
        "anyOf" => rule.AsArray().Any(option => !Validate(path, option!.AsObject(), value).Any()) ? [] : ["no option fits"],
        "oneOf" => rule.AsArray().Count(option => !Validate(path, option!.AsObject(), value).Any()) == 1 ? [] : ["not one option fits"],
        "not" => Validate(path, rule.AsObject(), value).Any() ? [] : ["is what it must not be"],
        "allOf" => rule.AsArray().SelectMany(part => Validate(path, part!.AsObject(), value)),
        "properties" => value is JsonObject @object
            ? rule.AsObject().Where(member => @object.ContainsKey(member.Key)).SelectMany(member => Validate($"{path}.{member.Key}", member.Value!.AsObject(), @object[member.Key]))
            : [],
        "required" => value is JsonObject holder ? rule.AsArray().Where(name => !holder.ContainsKey((string)name!)).Select(name => $"{name} is missing") : [],
        "additionalProperties" => value is JsonObject map ? map.SelectMany(entry => Validate($"{path}[{entry.Key}]", rule.AsObject(), entry.Value)) : [],
        "propertyNames" => value is JsonObject names ? names.SelectMany(entry => Validate($"{path}[{entry.Key}]", rule.AsObject(), JsonValue.Create(entry.Key))) : [],
        "items" => value is JsonArray items ? items.SelectMany((item, index) => Validate($"{path}[{index}]", rule.AsObject(), item)) : [],
        "minimum" => Number(value) is { } low && low < rule.GetValue<decimal>() ? [$"{low} is too low"] : [],
        "maximum" => Number(value) is { } high && high > rule.GetValue<decimal>() ? [$"{high} is too high"] : [],
        "maxLength" => String(value) is { } text && text.EnumerateRunes().Count() > (int)rule ? ["is too long"] : [],
        "pattern" => String(value) is { } matched && !Regex.IsMatch(matched, (string)rule!) ? [$"'{matched}' does not match"] : [],
        "format" => String(value) is { } formatted && !HasFormat((string)rule!, formatted) ? [$"'{formatted}' is no {rule}"] : [],
        "contentEncoding" => String(value) is { } encoded && !Convert.TryFromBase64String(encoded, new byte[encoded.Length], out _) ? ["is not base64"] : [],
        _ => throw new InvalidOperationException($"The keyword '{keyword}' of {schema.ToJsonString()} is not known."),
    };

    private JsonObject Resolve(string reference)
    {
        Assert.StartsWith("#/$defs/", reference, StringComparison.Ordinal);
        var name = Uri.UnescapeDataString(reference["#/$defs/".Length..]).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return root["$defs"]![name]!.AsObject();
    }

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray many ? many.Select(type => (string)type!) : [(string)rule!];

    private static bool Is(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("null", null) or ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("string", JsonValueKind.String) => true,
        ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) => true,
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => Number(value) is { } number && number == decimal.Truncate(number),
        _ => false,
    };

    private static bool HasFormat(string format, string text) => format switch
    {
        "date-time" => Regex.IsMatch(text, @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$"),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        _ => throw new InvalidOperationException($"The format '{format}' is not known."),
    };

    private static string? String(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? (string)value! : null;

    private static decimal? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}
