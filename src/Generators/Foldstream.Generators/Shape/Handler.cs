using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A method that is named like a handler: <c>Apply</c> of an aggregate, <c>Evolve</c> of a decider.</summary>
/// <param name="Method">The method.</param>
/// <param name="Event">The event that it handles; null where there is a problem.</param>
/// <param name="Problem">Why it is no handler.</param>
internal readonly record struct Handler(IMethodSymbol Method, INamedTypeSymbol? Event, HandlerProblem Problem)
{
    /// <summary>The handlers without a problem, one for each event.</summary>
    public static IEnumerable<INamedTypeSymbol> HandledEvents(IEnumerable<Handler> handlers)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var handler in handlers)
        {
            if (handler is { Event: { } @event, Problem: HandlerProblem.None } && seen.Add(@event))
                yield return @event;
        }
    }

    internal static Handler Of(IMethodSymbol method, HandlerProblem problem) => new(method, null, problem);

    /// <summary>A handler of the event that a parameter names.</summary>
    internal static Handler For(IMethodSymbol method, IParameterSymbol parameter) =>
        parameter.Type is INamedTypeSymbol type && EventShape.IsEvent(type)
            ? new Handler(method, type, HandlerProblem.None)
            : Of(method, HandlerProblem.NotAnEvent);

    internal static bool IsByValue(IParameterSymbol parameter) => parameter.RefKind is RefKind.None or RefKind.In;
}
