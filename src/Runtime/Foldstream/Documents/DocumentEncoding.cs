using System.Buffers;
using System.Text.Json;

namespace Foldstream;

/// <summary>Encodes documents through one writer and one buffer a thread, so that a document costs its own bytes only.</summary>
internal sealed class DocumentEncoding
{
    private const int LargestKeptBuffer = 64 * 1024;

    [ThreadStatic]
    private static DocumentEncoding? ofThisThread;

    private readonly ArrayBufferWriter<byte> buffer = new(512);
    private readonly Utf8JsonWriter writer;

    private DocumentEncoding() => writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });

    public static byte[] Encode<T>(T document)
        where T : class, IProjection<T>
    {
        // Taken away while in use, and not kept after an error: members of the user's run meanwhile.
        var encoding = ofThisThread ?? new DocumentEncoding();
        ofThisThread = null;
        encoding.buffer.ResetWrittenCount();
        encoding.writer.Reset(encoding.buffer);
        T.Write(encoding.writer, document);
        encoding.writer.Flush();
        var written = encoding.buffer.WrittenSpan.ToArray();
        if (encoding.buffer.Capacity <= LargestKeptBuffer)
            ofThisThread = encoding;
        return written;
    }
}
