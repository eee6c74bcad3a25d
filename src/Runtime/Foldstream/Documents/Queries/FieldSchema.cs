using System.Text.Json;

namespace Foldstream;

/// <summary>What a document, or a member of it, is made of, as far as it can be queried; generated.</summary>
public sealed record FieldSchema
{
    private FieldSchema(FieldKind kind) => Kind = kind;

    /// <summary>How it is compared.</summary>
    public FieldKind Kind { get; }

    /// <summary>The members of an object, by their names in JSON.</summary>
    public IReadOnlyDictionary<string, FieldSchema> Members { get; private init; } = new Dictionary<string, FieldSchema>(StringComparer.Ordinal);

    /// <summary>The members in the order of their declaration, which is that of documents.</summary>
    private FieldMember[] Ordered { get; init; } = [];

    /// <summary>The items of a list or map; null for all else.</summary>
    public FieldSchema? Item { get; private init; }

    /// <summary>Text.</summary>
    public static FieldSchema Text { get; } = new(FieldKind.Text);

    /// <summary>A number.</summary>
    public static FieldSchema Number { get; } = new(FieldKind.Number);

    /// <summary>A boolean.</summary>
    public static FieldSchema Boolean { get; } = new(FieldKind.Boolean);

    /// <summary>A point in time.</summary>
    public static FieldSchema Time { get; } = new(FieldKind.Time);

    /// <summary>A duration.</summary>
    public static FieldSchema Duration { get; } = new(FieldKind.Duration);

    /// <summary>An object with members, by their names in JSON.</summary>
    public static FieldSchema Object(params (string Name, FieldSchema Schema)[] members) => new(FieldKind.Object)
    {
        Members = members.ToDictionary(member => member.Name, member => member.Schema, StringComparer.Ordinal),
        Ordered = [.. members.Select(member => new FieldMember(member.Name, member.Schema))],
    };

    /// <summary>Items in order.</summary>
    public static FieldSchema List(FieldSchema item) => new(FieldKind.List) { Item = item };

    /// <summary>Items by text keys.</summary>
    public static FieldSchema Map(FieldSchema item) => new(FieldKind.Map) { Item = item };

    /// <summary>The member whose name the reader stands on; null for one that is not known.</summary>
    /// <param name="reader">Stands on the name.</param>
    /// <param name="expected">Where the member probably is; moved on to the next one.</param>
    internal FieldMember? FindMember(ref Utf8JsonReader reader, ref int expected)
    {
        for (var tried = 0; tried < Ordered.Length; tried++)
        {
            var at = (expected + tried) % Ordered.Length;
            if (!reader.ValueTextEquals(Ordered[at].Utf8))
                continue;
            expected = at + 1;
            return Ordered[at];
        }

        return null;
    }
}
