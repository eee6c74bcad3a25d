using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The attributes of System.Text.Json: they are honoured or refused, never ignored.</summary>
internal static class JsonAttributes
{
    public const string PropertyName = Beginning + "PropertyNameAttribute";
    public const string PropertyOrder = Beginning + "PropertyOrderAttribute";
    public const string Ignore = Beginning + "IgnoreAttribute";
    public const string Required = Beginning + "RequiredAttribute";
    public const string Constructor = Beginning + "ConstructorAttribute";
    public const string Converter = Beginning + "ConverterAttribute";

    public const string Include = Beginning + "IncludeAttribute";
    public const string Polymorphic = Beginning + "PolymorphicAttribute";
    public const string DerivedType = Beginning + "DerivedTypeAttribute";

    private const string Beginning = "System.Text.Json.Serialization.Json";

    /// <summary>What is honoured on a property that is a member.</summary>
    public static string[] OfMembers { get; } = [PropertyName, PropertyOrder, Ignore, Required, Converter];

    /// <summary>Those of a symbol that are not among the ones honoured.</summary>
    public static IEnumerable<JsonFault> FaultsOf(ISymbol symbol, ISymbol? member, params string[] honoured) => symbol.GetAttributes()
        .Where(attribute => attribute.AttributeClass is { } type && IsJson(type) && !Array.Exists(honoured, attribute.Is))
        .Select(attribute => Name(attribute.AttributeClass!))
        .Select(name => new JsonFault(member, $"is marked with [{name}], which is not supported on events", $"remove [{name}], and name and type the member as it shall be stored"));

    // Users derive attributes of their own from some of them.
    private static bool IsJson(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (MetadataNames.Of(type).StartsWith(Beginning, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string Name(INamedTypeSymbol attribute) =>
        attribute.Name.EndsWith("Attribute", StringComparison.Ordinal) ? attribute.Name.Substring(0, attribute.Name.Length - "Attribute".Length) : attribute.Name;
}
