using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>Two handlers of one event.</summary>
/// <param name="First">The one that would be called.</param>
/// <param name="Last">The one that would not.</param>
/// <param name="Place">Where the user added the second.</param>
internal readonly record struct DuplicateHandlers(Handler First, Handler Last, Handler Place)
{
    /// <summary>Those among the handlers of a type, one that is overridden being none of its own.</summary>
    public static IEnumerable<DuplicateHandlers> Of(IEnumerable<Handler> handlers, INamedTypeSymbol type)
    {
        var handling = handlers.Where(handler => handler.Event is not null).ToList();
        var overridden = handling.Select(handler => handler.Method.OverriddenMethod).ToList();
        return handling
            .Where(handler => !overridden.Contains(handler.Method, SymbolEqualityComparer.Default))
            .GroupBy<Handler, INamedTypeSymbol>(handler => handler.Event!, SymbolEqualityComparer.Default)
            .Where(group => group.Skip(1).Any())
            .Select(group => Of(group.First(), group.Last(), type));
    }

    // The last is the one of a base type, if there is one.
    private static DuplicateHandlers Of(Handler first, Handler last, INamedTypeSymbol type) =>
        new(first, last, SymbolEqualityComparer.Default.Equals(last.Method.ContainingType, type) ? last : first);
}
