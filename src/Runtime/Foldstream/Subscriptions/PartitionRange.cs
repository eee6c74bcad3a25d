namespace Foldstream;

/// <summary>A part of all streams, by the numbers that <see cref="StreamPartition"/> gives them.</summary>
/// <param name="First">The lowest number, inclusive, from 0.</param>
/// <param name="Last">The highest number, inclusive, up to 65,535.</param>
public readonly record struct PartitionRange(int First, int Last)
{
    /// <summary>All streams.</summary>
    public static PartitionRange All { get; } = new(0, StreamPartition.Count - 1);

    /// <summary>Whether a stream's number is in this part.</summary>
    public bool Holds(int partition) => partition >= First && partition <= Last;

    /// <summary>One of several parts of even size; together they are all streams.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no or more than 65,536 parts, or no part has that index.</exception>
    public static PartitionRange Of(int index, int count)
    {
        CheckCount(count, nameof(count));
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        var first = (int)((long)index * StreamPartition.Count / count);
        var next = (int)((index + 1L) * StreamPartition.Count / count);
        return new PartitionRange(first, next - 1);
    }

    /// <summary>Refuses a number of parts that there cannot be.</summary>
    internal static void CheckCount(int count, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, StreamPartition.Count, name);
    }
}
