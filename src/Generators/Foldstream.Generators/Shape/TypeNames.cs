using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Foldstream.Generators;

/// <summary>The names of types, as generated code writes them.</summary>
internal static class TypeNames
{
    /// <summary>The namespace; empty for the global one.</summary>
    public static string Namespace(INamedTypeSymbol type) => type.ContainingNamespace.IsGlobalNamespace
        ? ""
        : string.Join(".", type.ContainingNamespace.ToDisplayString().Split('.').Select(Escape));

    /// <summary>The types around a type, from the outside.</summary>
    public static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        var containers = new Stack<INamedTypeSymbol>();
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
            containers.Push(container);
        return containers;
    }

    /// <summary>The name in code from anywhere: <c>global::Bank.AccountOpened</c>.</summary>
    public static string Qualified(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The name in code, with the nullability of references: <c>string?</c>.</summary>
    public static string QualifiedNullable(ITypeSymbol type) => type.ToDisplayString(
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    /// <summary>The name in code of the type itself, with the nullability of what it is closed over: <c>global::Bank.Box&lt;string?&gt;</c>.</summary>
    public static string QualifiedPresent(ITypeSymbol type) => QualifiedNullable(type.WithNullableAnnotation(NullableAnnotation.None));

    /// <summary>Namespace, containers and name, as a file is named: <c>Bank.Account.Opened</c>.</summary>
    public static string FullName(INamedTypeSymbol type) =>
        string.Join(".", new[] { Namespace(type).Replace("@", "") }
            .Concat(Containers(type).Append(type).Select(part => part.MetadataName.Replace('`', '_')))
            .Where(part => part.Length > 0));

    /// <summary>A name as an identifier: a keyword gets its <c>@</c>.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
