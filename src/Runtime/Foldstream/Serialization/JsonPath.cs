using System.Text;
using System.Text.Json;

namespace Foldstream;

/// <summary>Finds out which member of a JSON text stands at a byte: only looked at once reading has failed.</summary>
internal static class JsonPath
{
    /// <summary>The path of the token that starts at or last before a byte, such as <c>lines[2].price</c>; empty for the whole.</summary>
    public static string Find(ReadOnlySpan<byte> json, long bytePosition)
    {
        var levels = new List<Level>();
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= bytePosition)
                Follow(ref reader, levels);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The text is broken from here on: the path so far is the answer.
        }

        return Render(levels);
    }

    private static void Follow(ref Utf8JsonReader reader, List<Level> levels)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                levels[^1] = levels[^1] with { Member = reader.GetString() };
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Count(levels);
                levels.Add(new Level(reader.TokenType == JsonTokenType.StartArray, -1, null));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                levels.RemoveAt(levels.Count - 1);
                break;
            default:
                Count(levels);
                break;
        }
    }

    private static void Count(List<Level> levels)
    {
        if (levels.Count > 0 && levels[^1].IsArray)
            levels[^1] = levels[^1] with { Index = levels[^1].Index + 1 };
    }

    private static string Render(List<Level> levels)
    {
        var path = new StringBuilder();
        foreach (var level in levels)
        {
            if (level is { IsArray: true, Index: >= 0 })
                path.Append('[').Append(level.Index).Append(']');
            else if (level.Member is not null)
                path.Append(path.Length == 0 ? "" : ".").Append(level.Member);
        }

        return path.ToString();
    }

    private readonly record struct Level(bool IsArray, int Index, string? Member);
}
