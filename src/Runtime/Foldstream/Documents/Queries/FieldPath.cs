using System.Collections.Immutable;
using System.Globalization;

namespace Foldstream;

/// <summary>The way from a document to one of its members: names of members, keys of maps and indexes of lists, as the query form has them.</summary>
public sealed record FieldPath
{
    private FieldPath(ImmutableArray<string> segments) => Segments = segments;

    /// <summary>The document itself.</summary>
    public static FieldPath Root { get; } = new([]);

    /// <summary>The names, keys and indexes, from the outside; an index as its digits.</summary>
    public ImmutableArray<string> Segments { get; }

    /// <summary>The way on to a member, by its name in JSON, or to an item of a map, by its key as <see cref="SortableKey"/> writes it.</summary>
    public FieldPath Member(string name) => new(Segments.Add(name));

    /// <summary>The way on to an item of a list.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public FieldPath Item(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new(Segments.Add(index.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Equal when all segments are.</summary>
    public bool Equals(FieldPath? other) => other is not null && Segments.SequenceEqual(other.Segments, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Segments.Aggregate(Segments.Length, HashCode.Combine);

    /// <summary>The segments with dots between.</summary>
    public override string ToString() => string.Join('.', Segments);
}
