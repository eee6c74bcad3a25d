using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What of a document can be asked for: the single values, by how they are compared.</summary>
internal static class FieldShape
{
    /// <summary>The member of the runtime's <c>FieldKind</c> for a single value; null for what is none, or cannot be compared.</summary>
    public static string? FindKind(JsonType type) => type switch
    {
        JsonScalar scalar => KindOf(scalar),
        JsonNullable nullable => FindKind(JsonTypes.OfItself(nullable.Value)),
        JsonEnum => "Text",
        JsonWrapper { Property: { } property } => FindKind(JsonTypes.OfItself(property.Type)),
        _ => null,
    };

    /// <summary>Whether documents can be found by a member of their own.</summary>
    public static bool IsIndexable(StateMember member, JsonTypes types) => member.IsPublic && FindKind(types.Of(member.Type, member.Symbol)) is not null;

    private static string? KindOf(JsonScalar scalar) => scalar.Name switch
    {
        "Boolean" => "Boolean",
        "DateTime" or "DateTimeOffset" => "Time",
        "TimeSpan" => "Duration",
        "String" or "Char" or "Guid" or "DateOnly" or "TimeOnly" or "Uri" or "Version" => "Text",
        "Half" => "Number",
        _ => scalar.Form == JsonScalarForm.Number ? "Number" : null,
    };
}
