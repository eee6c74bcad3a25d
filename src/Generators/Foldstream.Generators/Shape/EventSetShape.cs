using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What belongs to a declared set of events: every type that is assignable to the type that declares the set.</summary>
internal static class EventSetShape
{
    public static bool IsMember(INamedTypeSymbol type, INamedTypeSymbol set)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Same(current, set))
                return true;
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (Same(contract, set))
                return true;
        }

        return false;
    }

    private static bool Same(INamedTypeSymbol type, INamedTypeSymbol set) =>
        SymbolEqualityComparer.Default.Equals(set.IsUnboundGenericType ? type.OriginalDefinition : type, set.IsUnboundGenericType ? set.OriginalDefinition : set);
}
