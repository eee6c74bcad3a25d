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
        var encoding = Take();
        var bytes = encoding.EncodeOne(definition, converter, @event).ToArray();
        GiveBack(encoding);
        return bytes;
    }

    public static void Encode<TEvent>(EventDefinition definition, EventJsonConverter<TEvent> converter, TEvent @event, IBufferWriter<byte> destination)
    {
        var encoding = Take();
        destination.Write(encoding.EncodeOne(definition, converter, @event));
        GiveBack(encoding);
    }

    // Taken away while in use: a converter of the user's that stores another event gets one of its own.
    private static EventEncoding Take()
    {
        var encoding = ofThisThread ?? new EventEncoding();
        ofThisThread = null;
        return encoding;
    }

    private static void GiveBack(EventEncoding encoding)
    {
        if (encoding.buffer.Capacity <= LargestKeptBuffer)
            ofThisThread = encoding;
    }

    private ReadOnlySpan<byte> EncodeOne<TEvent>(EventDefinition definition, EventJsonConverter<TEvent> converter, TEvent @event)
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

        return buffer.WrittenSpan;
    }
}
