using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>When a member is left out, by the values of <c>JsonIgnoreCondition</c>.</summary>
internal enum JsonIgnoring
{
    Never = 0,
    Always = 1,
    WhenWritingDefault = 2,
    WhenWritingNull = 3,
    WhenWriting = 4,
    WhenReading = 5,
}

/// <summary>What the attributes of System.Text.Json say of a property.</summary>
/// <param name="Name">Its name in JSON; null where none is given.</param>
/// <param name="Ignoring">When it is left out.</param>
/// <param name="Order">Its place among the members.</param>
/// <param name="IsRequired">Whether it must be there when an object is read.</param>
internal sealed record JsonMarks(string? Name, JsonIgnoring Ignoring, int Order, bool IsRequired)
{
    public bool IsWritten => Ignoring is not JsonIgnoring.Always and not JsonIgnoring.WhenWriting;

    public bool IsRead => Ignoring is not JsonIgnoring.Always and not JsonIgnoring.WhenReading;

    /// <summary>Whether what was written may be without it.</summary>
    public bool MayBeAbsent => Ignoring is JsonIgnoring.WhenWriting or JsonIgnoring.WhenWritingDefault or JsonIgnoring.WhenWritingNull;

    public static JsonMarks Of(ISymbol property) => new(
        property.Find(JsonAttributes.PropertyName)?.FirstText(),
        IgnoringOf(property),
        property.Find(JsonAttributes.PropertyOrder)?.First<int>() ?? 0,
        property.Find(JsonAttributes.Required) is not null);

    // The attribute alone says always.
    private static JsonIgnoring IgnoringOf(ISymbol property) => property.Find(JsonAttributes.Ignore) is { } attribute
        ? (JsonIgnoring)(attribute.Named<int?>("Condition") ?? (int)JsonIgnoring.Always)
        : JsonIgnoring.Never;
}
