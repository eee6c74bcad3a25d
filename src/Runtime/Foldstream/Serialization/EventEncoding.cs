using System.Buffers;
using System.Text.Json;

namespace Foldstream;

/// <summary>Encodes events through one writer and one buffer a thread, so that an event costs its own bytes only.</summary>
internal sealed class EventEncoding
{
    private const int LargestKeptBuffer = 64 * 1024;

    // What the reader takes by default: nothing deeper is written, and nothing that holds itself for ever.
    private const int MaxDepth = 64;

    [ThreadStatic]
    private static EventEncoding? ofThisThread;

    private readonly ArrayBufferWriter<byte> buffer = new(512);
    private readonly Utf8JsonWriter writer;

    private EventEncoding() => writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true, MaxDepth = MaxDepth });

    public static byte[] Encode<TEvent>(EventDefinition definition, EventJsonConverter<TEvent> converter, TEvent @event)
    {
        // Taken away while in use: a converter of the user's that stores another event gets one of its own.
        var encoding = ofThisThread ?? new EventEncoding();
        ofThisThread = null;
        var bytes = encoding.EncodeOne(definition, converter, @event);
        if (encoding.buffer.Capacity <= LargestKeptBuffer)
            ofThisThread = encoding;
        return bytes;
    }

    private byte[] EncodeOne<TEvent>(EventDefinition definition, EventJsonConverter<TEvent> converter, TEvent @event)
    {
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        try
        {
            converter.Write(writer, @event);
            writer.Flush();
        }
        catch (InvalidOperationException exception) when (writer.CurrentDepth >= MaxDepth)
        {
            throw EventWriteException.TooDeep(definition.Type, MaxDepth, exception);
        }
        catch (Exception exception)
        {
            throw new EventWriteException(definition.Type, exception);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
