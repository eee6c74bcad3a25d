using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The properties that System.Text.Json writes, in its order.</summary>
internal static class JsonMembers
{
    public static IReadOnlyList<IPropertySymbol> PropertiesOf(INamedTypeSymbol type) => [.. PublicPropertiesOf(type).Where(IsReadable)];

    public static IEnumerable<IPropertySymbol> PublicPropertiesOf(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IPropertySymbol>()
        .Where(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, ExplicitInterfaceImplementations.Length: 0 });

    public static IEnumerable<IFieldSymbol> PublicFieldsOf(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IFieldSymbol>()
        .Where(field => field is { IsStatic: false, DeclaredAccessibility: Accessibility.Public });

    /// <summary>Whether a property has a field of its own: it holds a value, and does not compute one.</summary>
    public static bool HoldsValue(IPropertySymbol property) => property.ContainingType.GetMembers()
        .OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    public static bool IsReadable(IPropertySymbol property) => property.GetMethod is { DeclaredAccessibility: Accessibility.Public };
}
