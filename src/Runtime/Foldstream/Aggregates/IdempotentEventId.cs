using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Foldstream;

/// <summary>Event ids that follow from a stream, an idempotency key and the event's index within its command.</summary>
/// <remarks>UUIDs of version 8 (RFC 9562, section 5.8): the first 122 bits of a SHA-256 over the length-prefixed parts.</remarks>
internal static class IdempotentEventId
{
    public static Guid Derive(StreamId stream, string key, int index)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, stream.Tenant);
        Append(hash, stream.Category);
        Append(hash, stream.Id);
        Append(hash, key);
        AppendNumber(hash, index);
        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest[..16], bigEndian: true);
    }

    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        AppendNumber(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void AppendNumber(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
