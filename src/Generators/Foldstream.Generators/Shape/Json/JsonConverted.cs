using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What a converter of the user's reads and writes, named by <c>[JsonConverter]</c> at a member or at its type.</summary>
/// <param name="Symbol">The type.</param>
/// <param name="Converter">The converter; null where the attribute names none.</param>
internal sealed record JsonConverted(ITypeSymbol Symbol, INamedTypeSymbol? Converter) : JsonType(Symbol)
{
    private const string Base = "System.Text.Json.Serialization.JsonConverter`1";
    private const string Factory = "System.Text.Json.Serialization.JsonConverterFactory";

    /// <summary>What the converter says that it converts; null where it is no converter of one type.</summary>
    public ITypeSymbol? Target => BasesOf(Converter).FirstOrDefault(type => Is(type, Base))?.TypeArguments[0];

    /// <summary>Whether the value is converted, and null around it is not.</summary>
    public bool IsNullable => Symbol is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        && SymbolEqualityComparer.Default.Equals(nullable.TypeArguments[0], Target);

    public override IEnumerable<JsonFault> Faults => [.. OfConverter(), .. OfWrapper()];

    public static JsonConverted? Claim(ITypeSymbol type) =>
        type is INamedTypeSymbol named && !MetadataNames.IsOfFramework(named) ? Claim(named, type) : null;

    /// <summary>The converter that an attribute of a symbol names for a type; null where there is no attribute.</summary>
    public static JsonConverted? Claim(ISymbol marked, ITypeSymbol type) => marked.Find(JsonAttributes.Converter) is { } attribute
        ? new(type, attribute.First<INamedTypeSymbol>())
        : null;

    private IEnumerable<JsonFault> OfConverter()
    {
        if (Converter is null || Converter.IsUnboundGenericType)
            yield return new(null, "is marked with [JsonConverter], which names no converter", "name a closed type derived from JsonConverter<T>");
        else if (BasesOf(Converter).Any(type => Is(type, Factory)))
            yield return new(null, $"has the converter '{Converter.Name}', which is a factory: what it would make is not known when generating", "remove it where it is for enums, which are written by name; else name a converter derived from JsonConverter<T>");
        else if (Target is null || !(IsNullable || SymbolEqualityComparer.Default.Equals(Target, Symbol)))
            yield return new(null, $"has the converter '{Converter.Name}', which is not one of '{Symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'", "name a converter derived from JsonConverter<T> of that type");
        else if (!CanBeMade(Converter))
            yield return new(null, $"has the converter '{Converter.Name}', which generated code cannot make", $"make '{Converter.Name}' internal or public, and give it a public constructor without parameters");
    }

    private IEnumerable<JsonFault> OfWrapper() => Symbol.Find(KnownTypes.EventValueAttribute) is not null && Symbol.Find(JsonAttributes.Converter) is not null
        ? [new(null, $"is of type '{Symbol.Name}', which is marked with [EventValue] and with [JsonConverter]", "remove one of them")]
        : [];

    private static bool CanBeMade(INamedTypeSymbol type) =>
        !JsonReach.Of(type).Any()
        && !type.IsAbstract
        && type.InstanceConstructors.Any(constructor => constructor is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public });

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }

    private static bool Is(INamedTypeSymbol type, string name) => MetadataNames.Of(type.OriginalDefinition) == name;
}
