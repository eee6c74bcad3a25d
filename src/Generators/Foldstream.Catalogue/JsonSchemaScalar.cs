using System.Text.Json.Nodes;
using Foldstream.Generators;

namespace Foldstream.Catalogue;

/// <summary>Each scalar as JSON Schema; formats of the specification only where what is written keeps to them.</summary>
internal static class JsonSchemaScalar
{
    public static JsonObject Of(string scalar) => scalar switch
    {
        "boolean" => Typed("boolean"),
        "sByte" => Integer(sbyte.MinValue, sbyte.MaxValue),
        "byte" => Integer(byte.MinValue, byte.MaxValue),
        "int16" => Integer(short.MinValue, short.MaxValue),
        "uInt16" => Integer(ushort.MinValue, ushort.MaxValue),
        "int32" => Integer(int.MinValue, int.MaxValue),
        "uInt32" => Integer(uint.MinValue, uint.MaxValue),
        "int64" => Integer(long.MinValue, long.MaxValue),
        "uInt64" => Integer(ulong.MinValue, ulong.MaxValue),
        "half" or "single" or "double" or "decimal" => Typed("number"),
        "string" => Typed("string"),
        "char" => Typed("string", "maxLength", 1),
        "dateTime" => Typed("string", "pattern", @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})?$"),
        "dateTimeOffset" => Typed("string", "format", "date-time"),
        "dateOnly" => Typed("string", "format", "date"),
        "timeOnly" => Typed("string", "pattern", @"^\d{2}:\d{2}:\d{2}(\.\d{1,7})?$"),
        "timeSpan" => Typed("string", "pattern", @"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$"),
        "guid" => Typed("string", "format", "uuid"),
        "uri" => Typed("string", "format", "uri-reference"),
        "version" => Typed("string", "pattern", @"^\d+(\.\d+){1,3}$"),
        "bytes" => Typed("string", "contentEncoding", "base64"),
        _ => throw new ToolException($"Foldstream.Catalogue : error : the scalar '{scalar}' is not known: use a package that is as new as the generator"),
    };

    private static JsonObject Integer(decimal lowest, decimal highest) => new() { ["type"] = "integer", ["minimum"] = lowest, ["maximum"] = highest };

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Typed(string type, string keyword, JsonNode value) => new() { ["type"] = type, [keyword] = value };
}
