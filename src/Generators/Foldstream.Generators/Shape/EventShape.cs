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
        !IsFileLocal(type) && TypeNames.Containers(type).Append(type).All(IsVisible);

    /// <summary>Whether a type, the types around it left aside, is seen in the whole assembly.</summary>
    public static bool IsVisible(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    public static bool IsFileLocal(INamedTypeSymbol type) => TypeNames.Containers(type).Append(type).Any(part => part.IsFileLocal);

    public static bool IsGeneric(INamedTypeSymbol type) =>
        TypeNames.Containers(type).Append(type).Any(part => part.TypeParameters.Length > 0);

    /// <summary>Why a type cannot be an event, what its attribute and its properties say left aside.</summary>
    public static TypeProblem FindProblem(INamedTypeSymbol type) => type switch
    {
        { IsStatic: true } => TypeProblem.Static,
        { IsAbstract: true } => TypeProblem.Abstract,
        { IsRefLikeType: true } => TypeProblem.RefStruct,
        _ when IsGeneric(type) => TypeProblem.Generic,
        _ when IsFileLocal(type) => TypeProblem.FileLocal,
        _ when !IsReachable(type) => TypeProblem.Unreachable,
        _ => TypeProblem.None,
    };

    /// <summary>Whether the type can be served as an event, what its properties are left aside; the rules say why not.</summary>
    public static bool IsServable(INamedTypeSymbol type) =>
        StoredName(type) is not null
        && SchemaVersion(type) >= 1
        && type is { TypeKind: TypeKind.Class or TypeKind.Struct }
        && FindProblem(type) == TypeProblem.None
        && ConverterName.FindTaken(type) is null
        && ConverterName.FindRival(type) is null;

    /// <summary>The rule of the runtime's <c>EventType</c>: 1 to 200 characters with a UTF-8 form, none of them a control character.</summary>
    private static bool IsStorable(string name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName && !name.Any(char.IsControl) && Utf16.IsWellFormed(name);
}
