namespace Foldstream.Postgres;

/// <summary>Makes one object for many rows of the same bytes; holds a bounded number of them. For one thread at a time.</summary>
internal sealed class InternedText<T>(Func<byte[], T> create)
    where T : class
{
    private const int Capacity = 8192;

    private readonly Dictionary<byte[], T> known = new(BytesComparer.Instance);

    public T this[ReadOnlySpan<byte> bytes]
    {
        get
        {
            var lookup = known.GetAlternateLookup<ReadOnlySpan<byte>>();
            if (lookup.TryGetValue(bytes, out var value))
                return value;
            if (known.Count >= Capacity)
                known.Clear();
            var copy = bytes.ToArray();
            known.Add(copy, value = create(copy));
            return value;
        }
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly BytesComparer Instance = new();

        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(byte[] bytes) => GetHashCode(bytes.AsSpan());

        public bool Equals(ReadOnlySpan<byte> bytes, byte[] other) => bytes.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> bytes)
        {
            var hash = default(HashCode);
            hash.AddBytes(bytes);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> bytes) => bytes.ToArray();
    }
}
