using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Foldstream;

/// <summary>Reads and writes an enum by the names that generated code gives: as System.Text.Json does, without reflection.</summary>
/// <remarks>Names are written as declared, combined flags as <c>A, B</c>, undefined values as integers.</remarks>
/// <typeparam name="TEnum">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumJson<TEnum>
    where TEnum : struct, Enum
{
    private readonly Member[] members;
    private readonly bool isFlags;

    /// <summary>Creates the table; generated code does.</summary>
    /// <param name="isFlags">Whether values are combinations of members.</param>
    /// <param name="members">The members in the order of their declaration.</param>
    public EnumJson(bool isFlags, params (string Name, TEnum Value)[] members)
    {
        // By value, as the framework lists them. Of flags the widest first: what covers several others stands for them.
        var byValue = members.Select(member => new Member(member.Name, EnumBits.Of(member.Value))).OrderBy(member => member.Bits);
        this.members = isFlags ? [.. byValue.OrderByDescending(member => ulong.PopCount(member.Bits))] : [.. byValue];
        this.isFlags = isFlags;
    }

    /// <summary>Reads a name, names separated by commas, or an integer.</summary>
    /// <exception cref="JsonException">It is none of them, or no member has the name.</exception>
    public TEnum Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => EnumBits.To<TEnum>(ReadName(ref reader)),
        JsonTokenType.Number => EnumBits.ReadNumber<TEnum>(ref reader),
        _ => throw EventJsonReading.Unexpected(ref reader, $"a name of {typeof(TEnum).Name}"),
    };

    /// <summary>Reads a key of a dictionary: as a value, an integer being written as text.</summary>
    /// <exception cref="JsonException">It is none of them, or no member has the name.</exception>
    public TEnum ReadKey(ref Utf8JsonReader reader) => EventJsonReading.Unescaped(ref reader) is [(>= (byte)'0' and <= (byte)'9') or (byte)'-', ..]
        ? EnumBits.ReadKey<TEnum>(ref reader)
        : EnumBits.To<TEnum>(ReadName(ref reader));

    /// <summary>Writes a value.</summary>
    public void Write(Utf8JsonWriter writer, TEnum value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var bits = EnumBits.Of(value);
        if (FindExact(bits) is { } member)
            writer.WriteStringValue(member.Encoded);
        else if (isFlags && Combine(bits) is { } names)
            writer.WriteStringValue(names);
        else
            EnumBits.WriteNumber(writer, value);
    }

    /// <summary>Writes a key of a dictionary.</summary>
    public void WriteKey(Utf8JsonWriter writer, TEnum key)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var bits = EnumBits.Of(key);
        if (FindExact(bits) is { } member)
            writer.WritePropertyName(member.Encoded);
        else if (isFlags && Combine(bits) is { } names)
            writer.WritePropertyName(names);
        else
            EnumBits.WriteKey(writer, key);
    }

    /// <summary>What is written for a value, as text: the key of a document, or what a field is compared with.</summary>
    public string TextOf(TEnum value)
    {
        var bits = EnumBits.Of(value);
        return FindExact(bits)?.Name ?? (isFlags ? Combine(bits) : null) ?? value.ToString("D");
    }

    /// <summary>What is written for a value, as text; null for null.</summary>
    public string? TextOf(TEnum? value) => value is { } present ? TextOf(present) : null;

    private ulong ReadName(ref Utf8JsonReader reader)
    {
        var name = EventJsonReading.Unescaped(ref reader);
        foreach (var member in members)
        {
            if (name.SequenceEqual(member.Utf8))
                return member.Bits;
        }

        return ReadNames(reader.GetString()!);
    }

    private ulong ReadNames(string names)
    {
        var bits = 0ul;
        foreach (var name in names.Split(',', StringSplitOptions.TrimEntries))
            bits |= Find(name)?.Bits ?? throw new JsonException($"'{name}' is not a name of {typeof(TEnum).Name}");
        return bits;
    }

    private Member? FindExact(ulong bits)
    {
        foreach (var member in members)
        {
            if (member.Bits == bits)
                return member;
        }

        return null;
    }

    private Member? Find(string name) =>
        Array.Find(members, member => member.Name == name)
        ?? Array.Find(members, member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));

    private string? Combine(ulong bits)
    {
        var names = new StringBuilder();
        foreach (var member in members)
        {
            if (member.Bits == 0 || (bits & member.Bits) != member.Bits)
                continue;
            bits &= ~member.Bits;
            names.Append(names.Length == 0 ? "" : ", ").Append(member.Name);
        }

        return bits == 0 && names.Length > 0 ? names.ToString() : null;
    }

    private sealed class Member(string name, ulong bits)
    {
        public string Name { get; } = name;

        public ulong Bits { get; } = bits;

        public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(name);

        public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(name);
    }
}
