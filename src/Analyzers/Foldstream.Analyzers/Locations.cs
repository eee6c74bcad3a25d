using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Analyzers;

/// <summary>Where diagnostics point to.</summary>
internal static class Locations
{
    /// <summary>The name of a type, in the declaration that carries the attribute.</summary>
    public static Location MarkedType(this AttributeData attribute, INamedTypeSymbol type) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.GetLocation() ?? type.Locations[0];

    /// <summary>The first argument of an attribute; the whole attribute where there is none.</summary>
    public static Location FirstArgument(this AttributeData attribute, ISymbol marked)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
        var argument = syntax?.ArgumentList?.Arguments.FirstOrDefault(candidate => candidate.NameEquals is null);
        return argument?.GetLocation() ?? syntax?.GetLocation() ?? marked.Locations[0];
    }

    /// <summary>An attribute.</summary>
    public static Location Whole(this AttributeData attribute, ISymbol marked) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? marked.Locations[0];

    /// <summary>The name of a member; another place where the member is not the type's own, written here.</summary>
    public static Location OfOwn(this ISymbol member, INamedTypeSymbol type, Location otherwise) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, type) && member.Locations.FirstOrDefault(location => location.IsInSource) is { } own
            ? own
            : otherwise;
}
