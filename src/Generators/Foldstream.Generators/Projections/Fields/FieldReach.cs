using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Whether the way through the members of an object leads to a type.</summary>
internal static class FieldReach
{
    public static bool Leads(JsonType from, ITypeSymbol to, JsonTypes types) => Leads(from, to, types, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    private static bool Leads(JsonType from, ITypeSymbol to, JsonTypes types, HashSet<ITypeSymbol> seen) =>
        SymbolEqualityComparer.Default.Equals(from.Symbol, to)
        || (seen.Add(from.Symbol) && from.Parts.Any(part => Leads(types.Of(part.Type, part.Member), to, types, seen)));
}
