using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Foldstream;

/// <summary>Writes query forms through one writer a thread, so that a document costs its own bytes only.</summary>
internal sealed class QueryFormWriter
{
    private const int LargestKept = 64 * 1024;

    private static readonly JsonEncodedText Id = JsonEncodedText.Encode(DocumentFields.IdName);
    private static readonly JsonEncodedText CreatedAt = JsonEncodedText.Encode(DocumentFields.CreatedAtName);
    private static readonly JsonEncodedText UpdatedAt = JsonEncodedText.Encode(DocumentFields.UpdatedAtName);
    private static readonly JsonEncodedText Version = JsonEncodedText.Encode(DocumentFields.VersionName);

    // In place of the last target, which is not to be kept.
    private static readonly ArrayBufferWriter<byte> Nowhere = new(1);

    [ThreadStatic]
    private static QueryFormWriter? ofThisThread;

    private readonly Utf8JsonWriter writer;
    private readonly ArrayBufferWriter<byte> own = new(512);
    private readonly Stack<string> path = new();
    private byte[] scratch = new byte[1024];

    private QueryFormWriter(IBufferWriter<byte> target) =>
        writer = new Utf8JsonWriter(target, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Write(FieldSchema schema, DocumentKey key, DocumentMetadata metadata, ReadOnlySpan<byte> document, IBufferWriter<byte> target)
    {
        // Taken away while in use, as the target is foreign code.
        var form = ofThisThread ?? new QueryFormWriter(target);
        ofThisThread = null;
        form.path.Clear();
        form.writer.Reset(target);
        form.WriteDocument(schema, key, metadata, document);
        form.writer.Flush();
        form.writer.Reset(Nowhere);
        form.Keep();
    }

    public static byte[] Write(FieldSchema schema, DocumentKey key, DocumentMetadata metadata, ReadOnlySpan<byte> document)
    {
        var form = ofThisThread ?? new QueryFormWriter(Nowhere);
        ofThisThread = null;
        form.path.Clear();
        form.own.ResetWrittenCount();
        form.writer.Reset(form.own);
        form.WriteDocument(schema, key, metadata, document);
        form.writer.Flush();
        var written = form.own.WrittenSpan.ToArray();
        form.Keep();
        return written;
    }

    private void Keep()
    {
        if (scratch.Length <= LargestKept && own.Capacity <= LargestKept)
            ofThisThread = this;
    }

    private void WriteDocument(FieldSchema schema, DocumentKey key, DocumentMetadata metadata, ReadOnlySpan<byte> document)
    {
        var reader = new Utf8JsonReader(document);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject || schema.Kind != FieldKind.Object)
            throw Unexpected(ref reader, FieldKind.Object);
        writer.WriteStartObject();
        writer.WriteString(Id, SortableText.Escape(key.Id));
        WriteTime(CreatedAt, metadata.CreatedAt);
        WriteTime(UpdatedAt, metadata.UpdatedAt);
        writer.WritePropertyName(Version);
        Span<byte> version = stackalloc byte[20];
        metadata.Version.TryFormat(version, out var length, default, CultureInfo.InvariantCulture);
        WriteNumber(version[..length]);
        WriteMembers(ref reader, schema);
        writer.WriteEndObject();
    }

    private void WriteTime(JsonEncodedText name, DateTimeOffset time)
    {
        Span<byte> key = stackalloc byte[SortableTime.Length];
        // As stores keep it.
        StoredTime.Normalize(time).UtcDateTime.TryFormat(key, out _, "O", CultureInfo.InvariantCulture);
        writer.WriteString(name, key);
    }

    private void WriteMembers(ref Utf8JsonReader reader, FieldSchema schema)
    {
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = schema.FindMember(ref reader, ref expected);
            reader.Read();
            if (member is null)
            {
                reader.Skip();
                continue;
            }

            writer.WritePropertyName(member.Encoded);
            path.Push(member.Name);
            WriteValue(ref reader, member.Schema);
            path.Pop();
        }
    }

    private void WriteValue(ref Utf8JsonReader reader, FieldSchema schema)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            writer.WriteNullValue();
            return;
        }

        var isWritten = schema.Kind switch
        {
            FieldKind.Text => TryWriteText(ref reader),
            FieldKind.Number => TryWriteNumber(ref reader),
            FieldKind.Boolean => TryWriteBoolean(ref reader),
            FieldKind.Time => TryWriteTime(ref reader),
            FieldKind.Duration => TryWriteDuration(ref reader),
            FieldKind.Object => TryWriteObject(ref reader, schema),
            FieldKind.List => TryWriteList(ref reader, schema.Item!),
            _ => TryWriteMap(ref reader, schema.Item!),
        };
        if (!isWritten)
            throw Unexpected(ref reader, schema.Kind);
    }

    // An enum without a name for its value is a number in JSON.
    private bool TryWriteText(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when !reader.ValueIsEscaped:
            case JsonTokenType.Number:
                writer.WriteStringValue(reader.ValueSpan);
                return true;
            case JsonTokenType.String:
                writer.WriteStringValue(Escaped(ref reader));
                return true;
            default:
                return false;
        }
    }

    private bool TryWriteNumber(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
            return false;
        return WriteNumber(reader.ValueSpan);
    }

    private bool WriteNumber(ReadOnlySpan<byte> number)
    {
        Reserve(number.Length + SortableNumber.Growth);
        if (SortableNumber.TryWrite(number, scratch) is not { } length)
            return false;
        writer.WriteStringValue(scratch.AsSpan(0, length));
        return true;
    }

    private bool TryWriteBoolean(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False))
            return false;
        writer.WriteStringValue(reader.TokenType == JsonTokenType.True ? "true"u8 : "false"u8);
        return true;
    }

    private bool TryWriteTime(ref Utf8JsonReader reader)
    {
        // The plus of an offset is escaped by some writers.
        var isTime = reader.TokenType == JsonTokenType.String
            && SortableTime.TryWrite(reader.ValueIsEscaped ? Unescaped(ref reader) : reader.ValueSpan, scratch.AsSpan(^SortableTime.Length..));
        if (isTime)
            writer.WriteStringValue(scratch.AsSpan(^SortableTime.Length..));
        return isTime;
    }

    private bool TryWriteDuration(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            return false;
        var text = reader.ValueIsEscaped ? Unescaped(ref reader) : reader.ValueSpan;
        if (!Utf8Parser.TryParse(text, out TimeSpan duration, out var consumed, 'c') || consumed != text.Length)
            return false;
        Span<byte> ticks = stackalloc byte[20];
        duration.Ticks.TryFormat(ticks, out var length, default, CultureInfo.InvariantCulture);
        return WriteNumber(ticks[..length]);
    }

    private bool TryWriteObject(ref Utf8JsonReader reader, FieldSchema schema)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        writer.WriteStartObject();
        WriteMembers(ref reader, schema);
        writer.WriteEndObject();
        return true;
    }

    private bool TryWriteList(ref Utf8JsonReader reader, FieldSchema item)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return false;
        writer.WriteStartArray();
        path.Push("[]");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            WriteValue(ref reader, item);
        path.Pop();
        writer.WriteEndArray();
        return true;
    }

    private bool TryWriteMap(ref Utf8JsonReader reader, FieldSchema item)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        writer.WriteStartObject();
        path.Push("*");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            writer.WritePropertyName(reader.ValueIsEscaped ? Escaped(ref reader) : reader.ValueSpan);
            reader.Read();
            WriteValue(ref reader, item);
        }

        path.Pop();
        writer.WriteEndObject();
        return true;
    }

    private ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader)
    {
        Reserve(reader.ValueSpan.Length + SortableTime.Length);
        return scratch.AsSpan(0, reader.CopyString(scratch));
    }

    // Only an escape of JSON can stand for a character that has an escape of ours.
    private ReadOnlySpan<byte> Escaped(ref Utf8JsonReader reader)
    {
        var length = reader.ValueSpan.Length;
        Reserve((1 + SortableText.Growth) * length);
        var text = scratch.AsSpan(0, reader.CopyString(scratch));
        if (!SortableText.NeedsEscape(text))
            return text;
        var escaped = scratch.AsSpan(length);
        return escaped[..SortableText.Escape(text, escaped)];
    }

    private void Reserve(int length)
    {
        if (scratch.Length < length)
            scratch = new byte[Math.Max(length, 2 * scratch.Length)];
    }

    private JsonException Unexpected(ref Utf8JsonReader reader, FieldKind kind)
    {
        var member = path.Count == 0 ? "The document" : $"Member '{string.Join('.', path.Reverse())}' of the document";
        var value = Encoding.UTF8.GetString(reader.ValueSpan);
        return new JsonException($"{member} is to be queried as {kind}, but is the {reader.TokenType} '{value}': what the document's type writes and what the projection's fields say must agree.");
    }
}
