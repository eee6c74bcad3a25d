using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What counts as an event: a concrete, reachable type marked with <c>[Event("name")]</c>.</summary>
internal static class EventShape
{
    private const int LongestName = 200;

    public static bool IsEvent(ITypeSymbol type) => type.Find(KnownTypes.EventAttribute) is not null;

    /// <summary>The stored name; null where the attribute is missing or gives none that can be stored.</summary>
    public static string? StoredName(ITypeSymbol type)
    {
        var name = type.Find(KnownTypes.EventAttribute)?.FirstText();
        return name is not null && IsStorable(name) ? name : null;
    }

    /// <summary>The version of the schema; 1 where none is given.</summary>
    public static int SchemaVersion(ITypeSymbol type) =>
        type.Find(KnownTypes.EventAttribute)?.Named<int?>("Version") ?? 1;

    /// <summary>Whether generated code of another class can name the type.</summary>
    public static bool IsReachable(INamedTypeSymbol type) =>
        TypeNames.Containers(type).Append(type).All(part =>
            part.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            && !part.IsFileLocal);

    public static bool IsGeneric(INamedTypeSymbol type) =>
        TypeNames.Containers(type).Append(type).Any(part => part.TypeParameters.Length > 0);

    /// <summary>Whether the type can be served as an event, what its properties are left aside.</summary>
    public static bool IsServable(INamedTypeSymbol type) =>
        StoredName(type) is not null
        && SchemaVersion(type) >= 1
        && type is { IsAbstract: false, IsStatic: false, IsRefLikeType: false, TypeKind: TypeKind.Class or TypeKind.Struct }
        && IsReachable(type)
        && !IsGeneric(type);

    /// <summary>The rule of the runtime's <c>EventType</c>: 1 to 200 characters, none of them a control character.</summary>
    private static bool IsStorable(string name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName && !name.Any(char.IsControl);
}
