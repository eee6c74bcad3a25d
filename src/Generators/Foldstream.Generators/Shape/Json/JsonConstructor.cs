using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Chooses the constructor that readers call.</summary>
internal static class JsonConstructor
{
    /// <summary>The one marked; else the one without parameters, the only one, or the primary one; of a struct the only one, where it sets properties.</summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type, IReadOnlyList<IPropertySymbol> properties)
    {
        if (Marked(type).FirstOrDefault() is { } marked)
            return marked;
        IMethodSymbol[] all = [.. type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)];
        IMethodSymbol[] declared = [.. all.Where(constructor => constructor.Parameters.Length > 0)];
        var empty = Array.Find(all, constructor => constructor.Parameters.Length == 0);
        if (type.IsValueType && empty is { IsImplicitlyDeclared: true } && declared.Length == 1 && SetsPropertiesOnly(declared[0], properties))
            return declared[0];
        return empty ?? (declared.Length == 1 ? declared[0] : Array.Find(declared, IsPrimary));
    }

    /// <summary>The constructors that are marked with [JsonConstructor].</summary>
    public static IEnumerable<IMethodSymbol> Marked(INamedTypeSymbol type) =>
        type.InstanceConstructors.Where(constructor => constructor.Find(JsonAttributes.Constructor) is not null);

    /// <summary>Whether a parameter gives a property its value: they share type and name, whatever the case of its letters.</summary>
    public static bool Sets(IParameterSymbol parameter, IPropertySymbol property) =>
        parameter.RefKind is RefKind.None or RefKind.In
        && string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type);

    public static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);

    private static bool SetsPropertiesOnly(IMethodSymbol constructor, IReadOnlyList<IPropertySymbol> properties) =>
        constructor.Parameters.All(parameter => properties.Any(property => Sets(parameter, property)));
}
