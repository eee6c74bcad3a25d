using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>The type by which a type that handles events says which they are.</summary>
internal static class DeclaredSet
{
    /// <summary>The type that an argument names.</summary>
    public static ITypeSymbol? Find(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } ? type : null;

    /// <summary>Why no set of events can derive from a type; null where one can.</summary>
    public static string? FindProblem(ITypeSymbol set) => set switch
    {
        { TypeKind: TypeKind.Error } => null,
        { SpecialType: SpecialType.System_Object } => "everything derives from it",
        { TypeKind: not (TypeKind.Class or TypeKind.Interface) } => "nothing can derive from it",
        { IsSealed: true } or { IsStatic: true } => "nothing can derive from it",
        { ContainingNamespace: { } @namespace } when IsSystem(@namespace) => "it belongs to the framework, and says nothing of events",
        _ => null,
    };

    /// <summary>Whether the events are known only by handlers that another assembly keeps to itself.</summary>
    public static bool IsHidden(EventInterest interest) => interest is { Base: null, Owner: { } owner } && EventInterest.IsHidden(owner);

    private static bool IsSystem(INamespaceSymbol @namespace) =>
        !@namespace.IsGlobalNamespace && (@namespace.ContainingNamespace.IsGlobalNamespace ? @namespace.Name == "System" : IsSystem(@namespace.ContainingNamespace));
}
