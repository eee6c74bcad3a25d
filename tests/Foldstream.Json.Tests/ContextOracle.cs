using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Foldstream.Json.Tests;

/// <summary>What the catalogue's context reads and writes, by its own options.</summary>
internal sealed class ContextOracle : JsonConverterFactory
{
    private static readonly HashSet<Type> Types =
        [typeof(SortedSet<string>), typeof(Queue<int>), typeof(Dictionary<DateOnly, decimal>), typeof(KeyValuePair<string, int>), typeof(JsonElement), typeof(Loose)];

    public override bool CanConvert(Type typeToConvert) => Types.Contains(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T>
    {
        private static readonly JsonTypeInfo<T> Info = (JsonTypeInfo<T>)CatalogueContext.Default.GetTypeInfo(typeof(T))!;

        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize(ref reader, Info);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, Info);
    }
}
