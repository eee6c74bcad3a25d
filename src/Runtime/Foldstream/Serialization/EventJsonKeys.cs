using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Foldstream;

/// <summary>Reads and writes the keys of dictionaries as the names of members, exactly as System.Text.Json does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventJsonKeys
{
    // The converters want options, and look at none.
    private static readonly JsonSerializerOptions Options = new();

    /// <summary>Reads an id.</summary>
    public static Guid ReadGuid(ref Utf8JsonReader reader) => Read(ref reader, JsonMetadataServices.GuidConverter);

    /// <summary>Reads an integer.</summary>
    public static byte ReadByte(ref Utf8JsonReader reader) => Read(ref reader, JsonMetadataServices.ByteConverter);

    /// <summary>Reads an integer.</summary>
    public static sbyte ReadSByte(ref Utf8JsonReader reader) => Read(ref reader, JsonMetadataServices.SByteConverter);

    /// <summary>Reads an integer.</summary>
    public static short ReadInt16(ref Utf8JsonReader reader) => Read(ref reader, JsonMetadataServices.Int16Converter);

    /// <summary>Reads an integer.</summary>
    public static ushort ReadUInt16(ref Utf8JsonReader reader) => Read(ref reader, JsonMetadataServices.UInt16Converter);

    /// <summary>Reads an integer.</summary>
    public static int ReadInt32(ref Utf8JsonReader reader) => Read(ref reader, JsonMetadataServices.Int32Converter);

    /// <summary>Reads an integer.</summary>
    public static uint ReadUInt32(ref Utf8JsonReader reader) => Read(ref reader, JsonMetadataServices.UInt32Converter);

    /// <summary>Reads an integer.</summary>
    public static long ReadInt64(ref Utf8JsonReader reader) => Read(ref reader, JsonMetadataServices.Int64Converter);

    /// <summary>Reads an integer.</summary>
    public static ulong ReadUInt64(ref Utf8JsonReader reader) => Read(ref reader, JsonMetadataServices.UInt64Converter);

    /// <summary>Writes an id.</summary>
    public static void Write(Utf8JsonWriter writer, Guid key) => JsonMetadataServices.GuidConverter.WriteAsPropertyName(writer, key, Options);

    /// <summary>Writes an integer.</summary>
    public static void Write(Utf8JsonWriter writer, long key) => JsonMetadataServices.Int64Converter.WriteAsPropertyName(writer, key, Options);

    /// <summary>Writes an integer.</summary>
    public static void Write(Utf8JsonWriter writer, ulong key) => JsonMetadataServices.UInt64Converter.WriteAsPropertyName(writer, key, Options);

    private static T Read<T>(ref Utf8JsonReader reader, JsonConverter<T> converter) => converter.ReadAsPropertyName(ref reader, typeof(T), Options)!;
}
