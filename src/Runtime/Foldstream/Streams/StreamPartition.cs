using System.Text;

namespace Foldstream;

/// <summary>The number that spreads streams over partitioned readers: the same on every store, for ever.</summary>
/// <remarks>
/// FNV-1a of 32 bits (Fowler, Noll and Vo) over the UTF-8 of tenant, category and id with a zero byte after the first two,
/// then the upper half XOR the lower half.
/// </remarks>
public static class StreamPartition
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>How many numbers there are: 65,536.</summary>
    public const int Count = 1 << 16;

    /// <summary>The number of a stream, from 0 to 65,535.</summary>
    public static int Of(StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var hash = Add(Add(Add(Basis, stream.Tenant) * Prime, stream.Category) * Prime, stream.Id);
        return (int)((hash >> 16) ^ (hash & 0xFFFF));
    }

    private static uint Add(uint hash, string text)
    {
        // No part is longer than 512 bytes.
        Span<byte> bytes = stackalloc byte[512];
        foreach (var part in bytes[..Encoding.UTF8.GetBytes(text, bytes)])
            hash = (hash ^ part) * Prime;
        return hash;
    }
}
