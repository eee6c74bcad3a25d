using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The properties that System.Text.Json writes, in its order: those of a type before those of its base.</summary>
internal static class JsonMembers
{
    public static IReadOnlyList<IPropertySymbol> PropertiesOf(INamedTypeSymbol type) => [.. PublicPropertiesOf(type).Where(IsReadable)];

    /// <summary>The properties of a type and of its bases, without what a nearer one overrides or hides.</summary>
    public static IEnumerable<IPropertySymbol> PublicPropertiesOf(INamedTypeSymbol type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return All<IPropertySymbol>(type)
            .Where(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, ExplicitInterfaceImplementations.Length: 0 })
            .Where(property => names.Add(property.Name));
    }

    public static IEnumerable<IFieldSymbol> PublicFieldsOf(INamedTypeSymbol type) =>
        All<IFieldSymbol>(type).Where(field => field is { IsStatic: false, DeclaredAccessibility: Accessibility.Public });

    /// <summary>The members of a kind of a type and of its bases, as far as they are not those of .NET.</summary>
    public static IEnumerable<TMember> All<TMember>(INamedTypeSymbol type)
        where TMember : ISymbol => BasesOf(type).Where(@base => !MetadataNames.IsOfFramework(@base)).Prepend(type).SelectMany(level => level.GetMembers().OfType<TMember>());

    /// <summary>The types that a type is derived from, the nearest first, <c>object</c> left aside.</summary>
    public static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var @base = type.BaseType; @base is { SpecialType: SpecialType.None }; @base = @base.BaseType)
            yield return @base;
    }

    /// <summary>Whether a property has a field of its own: it holds a value, and does not compute one.</summary>
    public static bool HoldsValue(IPropertySymbol property) => property.ContainingType.GetMembers()
        .OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    public static bool IsReadable(IPropertySymbol property) => property.GetMethod is { DeclaredAccessibility: Accessibility.Public };
}
