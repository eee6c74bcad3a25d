using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Foldstream;

/// <summary>Reads and writes the values for which the JSON reader and writer have no method, exactly as System.Text.Json does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventJsonScalars
{
    // The converters want options, and look at none.
    private static readonly JsonSerializerOptions Options = new();

    /// <summary>Reads a character.</summary>
    public static char ReadChar(ref Utf8JsonReader reader) =>
        JsonMetadataServices.CharConverter.Read(ref reader, typeof(char), Options);

    /// <summary>Reads a date.</summary>
    public static DateOnly ReadDateOnly(ref Utf8JsonReader reader) =>
        JsonMetadataServices.DateOnlyConverter.Read(ref reader, typeof(DateOnly), Options);

    /// <summary>Reads a time of day.</summary>
    public static TimeOnly ReadTimeOnly(ref Utf8JsonReader reader) =>
        JsonMetadataServices.TimeOnlyConverter.Read(ref reader, typeof(TimeOnly), Options);

    /// <summary>Reads a duration.</summary>
    public static TimeSpan ReadTimeSpan(ref Utf8JsonReader reader) =>
        JsonMetadataServices.TimeSpanConverter.Read(ref reader, typeof(TimeSpan), Options);

    /// <summary>Reads an address; null for null.</summary>
    public static Uri? ReadUri(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : JsonMetadataServices.UriConverter.Read(ref reader, typeof(Uri), Options);

    /// <summary>Reads a number of half precision.</summary>
    public static Half ReadHalf(ref Utf8JsonReader reader) =>
        JsonMetadataServices.HalfConverter.Read(ref reader, typeof(Half), Options);

    /// <summary>Reads a version number; null for null.</summary>
    public static Version? ReadVersion(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : JsonMetadataServices.VersionConverter.Read(ref reader, typeof(Version), Options);

    /// <summary>Reads bytes in base 64; none for null.</summary>
    public static Memory<byte> ReadMemory(ref Utf8JsonReader reader) => ReadBytes(ref reader);

    /// <summary>Reads bytes in base 64; none for null.</summary>
    public static ReadOnlyMemory<byte> ReadReadOnlyMemory(ref Utf8JsonReader reader) => ReadBytes(ref reader);

    /// <summary>Reads bytes in base 64; null for null.</summary>
    public static byte[]? ReadBytes(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : reader.GetBytesFromBase64();

    /// <summary>Writes a character.</summary>
    public static void Write(Utf8JsonWriter writer, char value) => JsonMetadataServices.CharConverter.Write(writer, value, Options);

    /// <summary>Writes a date.</summary>
    public static void Write(Utf8JsonWriter writer, DateOnly value) => JsonMetadataServices.DateOnlyConverter.Write(writer, value, Options);

    /// <summary>Writes a time of day.</summary>
    public static void Write(Utf8JsonWriter writer, TimeOnly value) => JsonMetadataServices.TimeOnlyConverter.Write(writer, value, Options);

    /// <summary>Writes a duration.</summary>
    public static void Write(Utf8JsonWriter writer, TimeSpan value) => JsonMetadataServices.TimeSpanConverter.Write(writer, value, Options);

    /// <summary>Writes an address.</summary>
    public static void Write(Utf8JsonWriter writer, Uri? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value?.OriginalString);
    }

    /// <summary>Writes a number of half precision.</summary>
    public static void Write(Utf8JsonWriter writer, Half value) => JsonMetadataServices.HalfConverter.Write(writer, value, Options);

    /// <summary>Writes a version number.</summary>
    public static void Write(Utf8JsonWriter writer, Version? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
            writer.WriteNullValue();
        else
            JsonMetadataServices.VersionConverter.Write(writer, value, Options);
    }

    /// <summary>Writes bytes in base 64.</summary>
    public static void Write(Utf8JsonWriter writer, Memory<byte> value) => Write(writer, (ReadOnlyMemory<byte>)value);

    /// <summary>Writes bytes in base 64.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteBase64StringValue(value.Span);
    }

    /// <summary>Writes bytes in base 64.</summary>
    public static void Write(Utf8JsonWriter writer, byte[]? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteBase64StringValue(value);
    }
}
