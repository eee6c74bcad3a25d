using System.Text.Json;
using System.Text.Json.Serialization;

namespace Foldstream.Json.Tests;

[Event("named-members")]
public sealed record NamedMembers(
    [property: JsonPropertyName("n")] int Number,
    [property: JsonPropertyName("Text \"with\" \\ and ü and 🙂")] string Text,
    [property: JsonPropertyName("")] int Empty,
    [property: JsonPropertyName("number")] int Other,
    [property: JsonPropertyName("$type")] string Kind)
{
    [JsonPropertyName("c")]
    public int Computed => Number / 2;

    [JsonPropertyName("optional")]
    public string? Maybe { get; init; } = "none";
}

[Event("ordered-members")]
public sealed record OrderedMembers([property: JsonPropertyOrder(2)] int A, int B, [property: JsonPropertyOrder(-1)] int C, [property: JsonPropertyOrder(2)] int D, [property: JsonPropertyOrder(0)] int E);

[Event("ignored-members")]
public sealed record IgnoredMembers(int Number, [property: JsonIgnore] string Text = "default", [property: JsonIgnore] Color Color = Color.Blue, [property: JsonIgnore] Guid Id = default)
{
    [JsonIgnore]
    public readonly int Field = 1;

    [JsonIgnore]
    public object? Anything { get; init; }

    [JsonIgnore]
    public (int, int) Pair => (Number, Number);

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Never { get; init; } = 3;
}

[Event("ignored-nulls")]
public sealed record IgnoredNulls(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Number,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Money? Money,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] List<int>? List,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AccountId? Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string Always);

[Event("ignored-defaults")]
public sealed record IgnoredDefaults(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Number,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int? Maybe,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] double Ratio,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Yes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Color Color,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Point Point,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] AccountId Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] string? Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Mutable Mutable)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal Amount { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Half => Number / 2;
}

[Event("ignored-one-way")]
public sealed record IgnoredOneWay([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] int OnlyRead)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]
    public string OnlyWritten { get; } = "kept";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public string? Old { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]
    public List<int> Held { get; } = [1];
}

[Event("json-required")]
public sealed record JsonRequiredMembers([property: JsonRequired] int? Number, [property: JsonRequired] string Text = "t")
{
    [JsonRequired]
    public string? Maybe { get; init; }

    [JsonRequired]
    public Color? Color { get; init; }
}

[Event("json-constructor")]
public sealed class MarkedConstructor
{
    public MarkedConstructor()
    {
    }

    [JsonConstructor]
    public MarkedConstructor(int number, string text = "none") => (Number, Text) = (number, text);

    public MarkedConstructor(string text) => Text = text;

    public int Number { get; }

    public string Text { get; } = "";
}

[JsonConverter(typeof(TemperatureConverter))]
public readonly record struct Temperature(double Degrees);

[JsonConverter(typeof(LatLongConverter))]
public sealed record LatLong(double Latitude, double Longitude);

[Event("converted")]
public sealed record Converted(
    Temperature Temperature,
    Temperature? Maybe,
    LatLong Place,
    LatLong? MaybePlace,
    List<Temperature?> All,
    LatLong[] Places,
    Dictionary<string, Temperature> Named,
    [property: JsonConverter(typeof(YesNoConverter))] bool Agreed,
    [property: JsonConverter(typeof(YesNoConverter))] bool? Maybe2,
    [property: JsonConverter(typeof(TextOrNoneConverter))] string? Text,
    [property: JsonConverter(typeof(LatLongTextConverter))] LatLong AsText);

public sealed class TemperatureConverter : JsonConverter<Temperature>
{
    public override Temperature Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : new(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, Temperature value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Degrees);
}

/// <summary>Of a reference, in an array.</summary>
public sealed class LatLongConverter : JsonConverter<LatLong>
{
    public override LatLong Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var latitude = reader.GetDouble();
        reader.Read();
        var longitude = reader.GetDouble();
        reader.Read();
        return new(latitude, longitude);
    }

    public override void Write(Utf8JsonWriter writer, LatLong value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Latitude);
        writer.WriteNumberValue(value.Longitude);
        writer.WriteEndArray();
    }
}

public sealed class LatLongTextConverter : JsonConverter<LatLong>
{
    public override LatLong Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = reader.GetString()!.Split('/');
        return new(double.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    public override void Write(Utf8JsonWriter writer, LatLong value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value.Latitude:R}/{value.Longitude:R}"));
}

public sealed class YesNoConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() switch
    {
        "yes" => true,
        "no" => false,
        var other => throw new JsonException($"'{other}' is neither yes nor no"),
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteStringValue(value ? "yes" : "no");
}

/// <summary>Takes null for its own matter.</summary>
public sealed class TextOrNoneConverter : JsonConverter<string?>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.False ? null : reader.GetString() ?? "null";

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options)
    {
        if (value is null)
            writer.WriteBooleanValue(false);
        else
            writer.WriteStringValue(value);
    }
}
