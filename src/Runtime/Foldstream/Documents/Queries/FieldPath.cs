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

    /// <summary>Reads names with dots between, <c>[0]</c> for an item of a list and <c>["key"]</c> for one of a map.</summary>
    /// <exception cref="FormatException">The text is not a path.</exception>
    public static FieldPath Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var path = Root;
        var rest = text.AsSpan();
        do
        {
            path = path.Member(SortableText.Escape(Take(ref rest, text, isFirst: path.Segments.Length == 0)));
        }
        while (rest.Length > 0);

        return path;
    }

    /// <summary>Whether a segment can be the index of an item: digits without needless zeros.</summary>
    internal static bool IsIndex(string segment) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out _) && (segment.Length == 1 || segment[0] != '0');

    private static string Take(ref ReadOnlySpan<char> rest, string text, bool isFirst)
    {
        var isKey = rest.StartsWith("[\"");
        var isBracket = rest.StartsWith("[");
        if (!isFirst && !isBracket)
            rest = rest.StartsWith(".") ? rest[1..] : throw NotPath(text);
        var from = isKey ? 2 : isBracket ? 1 : 0;
        var end = isBracket ? rest.IndexOf(isKey ? "\"]" : "]") : rest.IndexOfAny('.', '[');
        if (isBracket && end < from)
            throw NotPath(text);
        var segment = rest[from..(end < 0 ? rest.Length : end)].ToString();
        if (segment.Length == 0 && !isKey)
            throw NotPath(text);
        rest = end < 0 ? [] : rest[(end + from)..];
        return segment;
    }

    private static FormatException NotPath(string text) =>
        new($"'{text}' is not the path of a field: write names with dots between, items of lists as lines[0], keys with dots as [\"a.b\"].");
}
