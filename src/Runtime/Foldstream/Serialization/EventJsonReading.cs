using System.ComponentModel;
using System.Text.Json;

namespace Foldstream;

/// <summary>What all generated readers share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventJsonReading
{
    /// <summary>The name or text that the reader stands on, without escapes: the reader's own bytes wherever possible.</summary>
    public static ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader) =>
        reader.HasValueSequence || reader.ValueIsEscaped ? Copy(ref reader) : reader.ValueSpan;

    /// <summary>Refuses anything but the start of an object.</summary>
    /// <exception cref="JsonException">The reader stands on another token.</exception>
    public static void ExpectObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Unexpected(ref reader, "an object");
    }

    /// <summary>Refuses anything but the start of an array.</summary>
    /// <exception cref="JsonException">The reader stands on another token.</exception>
    public static void ExpectArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Unexpected(ref reader, "an array");
    }

    internal static JsonException Unexpected(ref Utf8JsonReader reader, string expected) =>
        new($"{expected} is expected, not {Describe(reader.TokenType)}");

    private static byte[] Copy(ref Utf8JsonReader reader)
    {
        var length = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
        var name = new byte[length];
        return name[..reader.CopyString(name)];
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => token.ToString(),
    };
}
