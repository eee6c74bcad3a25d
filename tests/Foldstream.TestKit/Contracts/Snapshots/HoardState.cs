using System.Text.Json;

namespace Foldstream.TestKit;

/// <summary>A state that tells in which order it was made of which amounts, and its JSON.</summary>
/// <param name="Hash">Other amounts, or another order, give another one.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Limit">How many there may be: more than that fail in the handler.</param>
public sealed record HoardState(long Hash, long Count, long Limit = long.MaxValue)
{
    public static HoardState Empty { get; } = new(7, 0);

    /// <summary>What plain code makes of the same amounts.</summary>
    public static HoardState Of(IEnumerable<long> amounts) => amounts.Aggregate(Empty, (state, amount) => state.With(amount));

    public static HoardState Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A state is an object.");
        var members = new Dictionary<string, long>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            members[name] = reader.GetInt64();
        }

        return new HoardState(members["hash"], members["count"], members["limit"]);
    }

    public HoardState With(long amount) => Count < Limit
        ? this with { Hash = unchecked((Hash * 31) + amount), Count = Count + 1 }
        : throw new InvalidOperationException("There is no more room.");

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("hash"u8, Hash);
        writer.WriteNumber("count"u8, Count);
        writer.WriteNumber("limit"u8, Limit);
        writer.WriteEndObject();
    }

    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            Write(writer);
        return stream.ToArray();
    }
}
