using System.Buffers;
using System.Text.Json;

namespace Foldstream;

/// <summary>The stored form of a state.</summary>
internal static class SnapshotJson
{
    // The same for both, so that nothing is written that cannot be read.
    private const int MaxDepth = 256;

    public static byte[] Write<TState>(StateDefinition<TState> definition, TState state)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = MaxDepth }))
            definition.Write(writer, state);
        return buffer.WrittenSpan.ToArray();
    }

    public static TState Read<TState>(StateDefinition<TState> definition, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        var state = definition.Read(ref reader);
        // Refuses anything that follows, and a reader that stopped half-way.
        return reader.Read() ? throw new JsonException("The state goes on where its reader ended.") : state;
    }
}
