using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Whether a type can be continued in another file: it and all types around it are partial.</summary>
internal static class PartialShape
{
    /// <summary>The outermost type that is not partial; null where all are.</summary>
    public static INamedTypeSymbol? FindNonPartial(INamedTypeSymbol type) =>
        FindNonPartials(type).FirstOrDefault();

    /// <summary>The types that are not partial, from the outside.</summary>
    public static IEnumerable<INamedTypeSymbol> FindNonPartials(INamedTypeSymbol type) =>
        TypeNames.Containers(type).Append(type).Where(part => !IsPartial(part));

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
