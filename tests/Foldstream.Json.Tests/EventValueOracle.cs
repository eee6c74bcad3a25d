using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Foldstream.Json.Tests;

/// <summary>The converter that a user of System.Text.Json would write for a type that wraps one value.</summary>
internal sealed class EventValueOracle : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsDefined(typeof(EventValueAttribute), inherit: false);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var constructor = typeToConvert.GetConstructors().Single(candidate => candidate.GetParameters().Length == 1);
        var value = constructor.GetParameters()[0];
        var property = typeToConvert.GetProperty(value.Name!, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)!;
        return (JsonConverter)Activator.CreateInstance(typeof(Converter<,>).MakeGenericType(typeToConvert, value.ParameterType), constructor, property)!;
    }

    private sealed class Converter<TWrapper, TValue>(ConstructorInfo constructor, PropertyInfo property) : JsonConverter<TWrapper>
        where TValue : notnull
    {
        public override TWrapper Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Wrap(JsonSerializer.Deserialize<TValue>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, TWrapper value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, Unwrap(value), options);

        public override TWrapper ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Wrap(Inner(options).ReadAsPropertyName(ref reader, typeof(TValue), options));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TWrapper value, JsonSerializerOptions options) =>
            Inner(options).WriteAsPropertyName(writer, Unwrap(value), options);

        private static JsonConverter<TValue> Inner(JsonSerializerOptions options) => (JsonConverter<TValue>)options.GetConverter(typeof(TValue));

        private TWrapper Wrap(TValue? value) => (TWrapper)constructor.Invoke([value]);

        private TValue Unwrap(TWrapper wrapper) => (TValue)property.GetValue(wrapper)!;
    }
}
