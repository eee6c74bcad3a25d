using System.Buffers;
using System.Text.Json;

namespace Foldstream.Sqlite;

/// <summary>Lists of texts as JSON, which SQLite takes as one parameter.</summary>
internal static class JsonText
{
    public static ReadOnlySpan<byte> Of(IReadOnlyCollection<string> texts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var text in texts)
                writer.WriteStringValue(text);
            writer.WriteEndArray();
        }

        return buffer.WrittenSpan;
    }
}
