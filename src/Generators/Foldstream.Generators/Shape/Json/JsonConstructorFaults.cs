using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What stands in the way of making an object by its constructor.</summary>
internal static class JsonConstructorFaults
{
    public static IEnumerable<JsonFault> Of(INamedTypeSymbol type, IMethodSymbol? constructor, IReadOnlyList<JsonMember> members)
    {
        foreach (var fault in type.InstanceConstructors.SelectMany(candidate => JsonAttributes.FaultsOf(candidate, candidate, JsonAttributes.Constructor)))
            yield return fault;
        foreach (var fault in OfMarked(type))
            yield return fault;
        if (constructor is null)
        {
            yield return new(null, $"has no constructor in '{type.Name}' to be read with", $"give '{type.Name}' one public constructor, or mark one with [JsonConstructor]");
            yield break;
        }

        foreach (var parameter in constructor.Parameters)
        {
            if (!members.Any(member => SymbolEqualityComparer.Default.Equals(member.Parameter, parameter)))
                yield return new(constructor, $"has a constructor whose parameter '{parameter.Name}' is no property", "declare a public property with the parameter's name and type");
        }
    }

    private static IEnumerable<JsonFault> OfMarked(INamedTypeSymbol type)
    {
        var marked = JsonConstructor.Marked(type).ToList();
        if (marked.Count > 1)
            yield return new(marked[1], $"has several constructors in '{type.Name}' that are marked with [JsonConstructor]", "mark one of them");
        else if (marked.Exists(constructor => constructor.DeclaredAccessibility != Accessibility.Public))
            yield return new(marked[0], $"has a constructor in '{type.Name}' that is marked with [JsonConstructor] and not public", "make it public");
    }
}
