using System.Text.Json;
using System.Text.Json.Serialization;

namespace Foldstream.Json.Tests;

/// <summary>What System.Text.Json does by itself: the definition of the stored form.</summary>
internal static class Oracle
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new EventValueOracle(), new ReadOnlySetOracle(), new ContextOracle(), new JsonStringEnumConverter() },
    };

    public static byte[] Write(object value, Type type) => JsonSerializer.SerializeToUtf8Bytes(value, type, Options);

    public static object Read(ReadOnlySpan<byte> json, Type type) => JsonSerializer.Deserialize(json, type, Options)!;
}
