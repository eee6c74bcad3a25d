using System.Text.Json.Nodes;
using Foldstream.Generators;

namespace Foldstream.Catalogue;

/// <summary>A sample of each scalar: none of them the default of its type, so that a lost value would show.</summary>
internal static class SampleScalar
{
    public static JsonNode Of(string scalar, string member) => scalar switch
    {
        "boolean" => true,
        "sByte" or "byte" or "int16" or "uInt16" or "int32" or "uInt32" or "int64" or "uInt64" => 42,
        "half" or "single" or "double" or "decimal" => 12.5m,
        "string" => member,
        "char" => "x",
        "dateTime" => "2024-02-29T12:34:56Z",
        "dateTimeOffset" => "2024-02-29T12:34:56+01:00",
        "dateOnly" => "2024-02-29",
        "timeOnly" => "12:34:56",
        "timeSpan" => "1.02:03:04",
        "guid" => "0190a6d3-7d4b-7c3a-9a51-3f0e2d1c4b5a",
        "uri" => "https://example.com/sample",
        "version" => "1.2.3",
        "bytes" => "AQID",
        _ => throw new ToolException($"Foldstream.Catalogue : error : there is no sample of '{scalar}', which member '{member}' holds: use a package that is as new as the generator"),
    };
}
