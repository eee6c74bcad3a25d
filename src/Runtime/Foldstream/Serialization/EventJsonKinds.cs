using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Foldstream;

/// <summary>Tells objects of several types apart by their first member, as System.Text.Json does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventJsonKinds
{
    /// <summary>Goes to the value of the discriminator, where that is the first member; else stays at the start of the object.</summary>
    /// <exception cref="JsonException">The reader stands on another token.</exception>
    public static bool ReadDiscriminator(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        EventJsonReading.ExpectObject(ref reader);
        var ahead = reader;
        if (!ahead.Read() || ahead.TokenType != JsonTokenType.PropertyName || !EventJsonReading.Unescaped(ref ahead).SequenceEqual(name))
            return false;
        ahead.Read();
        reader = ahead;
        return true;
    }

    /// <summary>Refuses what only the first member of an object of several kinds may be called.</summary>
    /// <exception cref="JsonException">The name is the discriminator's, or one of those that System.Text.Json keeps for itself.</exception>
    public static void RefuseDiscriminator(ReadOnlySpan<byte> name, ReadOnlySpan<byte> discriminator)
    {
        if (name is [(byte)'$', ..] || name.SequenceEqual(discriminator))
            throw new JsonException("a member that tells the type, or begins with '$', is not the first one");
    }

    /// <summary>Whether the discriminator has a value.</summary>
    public static bool IsKind(ref Utf8JsonReader reader, ReadOnlySpan<byte> id) => reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(id);

    /// <summary>Whether the discriminator has a value.</summary>
    public static bool IsKind(ref Utf8JsonReader reader, int id) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value) && value == id;

    /// <summary>There is no discriminator where one is needed.</summary>
    public static JsonException NoKind(string type, string discriminator) =>
        new($"'{discriminator}', which tells the type of '{type}', is not the first member");

    /// <summary>The discriminator has a value of no type.</summary>
    public static JsonException UnknownKind(ref Utf8JsonReader reader, string type) => reader.TokenType is JsonTokenType.String or JsonTokenType.Number
        ? new($"{Encoding.UTF8.GetString(Raw(ref reader))} tells no type of '{type}'")
        : EventJsonReading.Unexpected(ref reader, $"what tells the type of '{type}'");

    /// <summary>An object is of a type that its base does not list.</summary>
    public static NotSupportedException UnlistedKind(Type actual, string type)
    {
        ArgumentNullException.ThrowIfNull(actual);
        return new($"'{actual.Name}' is not listed as a '{type}': write [JsonDerivedType(typeof({actual.Name}), \"…\")] there");
    }

    private static ReadOnlySpan<byte> Raw(ref Utf8JsonReader reader) => reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
}
