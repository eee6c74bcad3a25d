using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Refuses the attributes of System.Text.Json: they are honoured or refused, never ignored.</summary>
internal static class JsonAttributes
{
    private const string Beginning = "System.Text.Json.Serialization.Json";

    public static IEnumerable<JsonFault> FaultsOf(ISymbol symbol, ISymbol? member) => symbol.GetAttributes()
        .Where(attribute => attribute.AttributeClass is { } type && IsJson(type))
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
