using System.Text;
using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Shows the rows of a query to a visitor out of one buffer that is used again for each. For one thread at a time.</summary>
internal sealed class EventRow(Guid store, PayloadFormat payload)
{
    private const int LeastRoom = 256;

    private readonly InternedText<string> names = new(Encoding.UTF8.GetString);
    private readonly InternedText<StreamId> streams = new(ParseAddress);
    private byte[] buffer = new byte[4096];

    /// <summary>Shows the current row; gives whether the visitor wants more.</summary>
    /// <param name="reader">A query for <see cref="EventColumns"/>.</param>
    /// <param name="stream">The address of all rows; null where each row has its own.</param>
    /// <param name="visitor">The visitor.</param>
    public bool Show(NpgsqlDataReader reader, StreamId? stream, IEventVisitor visitor)
    {
        // In the order of the columns, which a sequential reader demands.
        var position = reader.GetInt64(0);
        var version = reader.GetInt64(1);
        var id = reader.GetGuid(2);
        var schemaVersion = reader.GetInt32(3);
        var name = names[buffer.AsSpan(0, Read(reader, 4, 0))];
        var occurredAt = reader.GetDateTime(5);
        var recordedAt = reader.GetDateTime(6);
        var metadata = reader.IsDBNull(7) ? 0 : Read(reader, 7, 0);
        var data = Read(reader, 8, metadata);
        stream ??= Address(reader, metadata + data);
        // The binary form of jsonb begins with its version.
        var start = payload == PayloadFormat.Jsonb ? 1 : 0;
        return visitor.Visit(new StoredEvent(
            stream,
            version,
            new GlobalPosition(store, position),
            id,
            new EventType(name, schemaVersion),
            buffer.AsSpan(metadata + start, data - start),
            new DateTimeOffset(occurredAt),
            new DateTimeOffset(recordedAt),
            buffer.AsSpan(0, metadata)));
    }

    /// <summary>Gives up a buffer that one large event left behind.</summary>
    public void Trim()
    {
        if (buffer.Length > 1 << 20)
            buffer = new byte[4096];
    }

    private static StreamId ParseAddress(byte[] address)
    {
        var parts = Encoding.UTF8.GetString(address).Split('\0');
        return new StreamId(parts[1], parts[2], parts[0]);
    }

    // No part of an address holds a NUL. It is put behind what the buffer holds already.
    private StreamId Address(NpgsqlDataReader reader, int start)
    {
        var end = start + Read(reader, 9, start);
        Room(end + 1);
        buffer[end++] = 0;
        end += Read(reader, 10, end);
        Room(end + 1);
        buffer[end++] = 0;
        end += Read(reader, 11, end);
        return streams[buffer.AsSpan(start, end - start)];
    }

    // Asking for the length first would be a second call for each column.
    private int Read(NpgsqlDataReader reader, int column, int offset)
    {
        Room(offset + LeastRoom);
        var length = 0;
        while (true)
        {
            var room = buffer.Length - offset - length;
            var read = (int)reader.GetBytes(column, length, buffer, offset + length, room);
            length += read;
            if (read < room)
                return length;
            Room(buffer.Length + 1);
        }
    }

    private void Room(int length)
    {
        if (length > buffer.Length)
            Array.Resize(ref buffer, Math.Max(length, buffer.Length * 2));
    }
}
