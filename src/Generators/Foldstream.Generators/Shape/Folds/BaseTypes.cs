using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The base types that somebody wrote: those of the framework are left out.</summary>
internal static class BaseTypes
{
    /// <summary>The type and its base types, the most derived first.</summary>
    public static IEnumerable<INamedTypeSymbol> AndSelf(INamedTypeSymbol type)
    {
        for (var current = type; current is not null && !BaseLibrary.IsFramework(current); current = current.BaseType)
            yield return current;
    }
}
