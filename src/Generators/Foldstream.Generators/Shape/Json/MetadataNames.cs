using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The names by which metadata knows types.</summary>
internal static class MetadataNames
{
    /// <summary>Namespace and name of a type that stands in no other: <c>System.Collections.Generic.List`1</c>.</summary>
    public static string Of(INamedTypeSymbol type) => type.ContainingType is null ? InNamespaceOf(type, type.MetadataName) : type.MetadataName;

    /// <summary>A name in the namespace of a type.</summary>
    public static string InNamespaceOf(INamedTypeSymbol type, string name) => type.ContainingNamespace is { IsGlobalNamespace: false } @namespace
        ? $"{@namespace.ToDisplayString(WithoutEscapes)}.{name}"
        : name;

    /// <summary>Whether a type comes with .NET: what System.Text.Json makes of those is its own matter.</summary>
    public static bool IsOfFramework(INamedTypeSymbol type)
    {
        var @namespace = type.ContainingNamespace;
        while (@namespace is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            @namespace = @namespace.ContainingNamespace;
        return @namespace is { Name: "System", IsGlobalNamespace: false };
    }

    private static SymbolDisplayFormat WithoutEscapes { get; } = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);
}
