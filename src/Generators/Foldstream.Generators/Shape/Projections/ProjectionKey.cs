using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A method marked with <c>[Key]</c>.</summary>
/// <param name="Method">The method.</param>
/// <param name="Event">The event, or the base type of events, that it takes; null where there is a problem.</param>
/// <param name="Value">What it returns; null where there is a problem.</param>
/// <param name="Problem">Why it gives no keys.</param>
internal sealed record ProjectionKey(IMethodSymbol Method, INamedTypeSymbol? Event, KeyValue? Value, KeyProblem Problem)
{
    /// <summary>The keys of a projection and of its base types.</summary>
    public static IReadOnlyList<ProjectionKey> Of(INamedTypeSymbol type) =>
        [.. ProjectionShape.Visible(type).Where(method => method.Find(KnownTypes.KeyAttribute) is not null).Select(Classify)];

    /// <summary>The most specific keys for an event: several where none of them is more specific than the others.</summary>
    public static IReadOnlyList<ProjectionKey> For(INamedTypeSymbol @event, IReadOnlyList<ProjectionKey> keys)
    {
        var fitting = keys.Where(key => key.Event is not null && EventSetShape.IsMember(@event, key.Event)).ToList();
        return [.. fitting.Where(key => !fitting.Any(other => IsMoreSpecific(other.Event!, key.Event!)))];
    }

    private static bool IsMoreSpecific(INamedTypeSymbol type, INamedTypeSymbol than) =>
        !SymbolEqualityComparer.Default.Equals(type, than) && EventSetShape.IsMember(type, than);

    private static ProjectionKey Classify(IMethodSymbol method) => method switch
    {
        { IsStatic: false } => Wrong(method, KeyProblem.NotStatic),
        { IsGenericMethod: true } => Wrong(method, KeyProblem.Generic),
        _ when !EventParameters.AreOf(method) || method.Parameters[0].Type is not INamedTypeSymbol => Wrong(method, KeyProblem.WrongParameters),
        _ when KeyValue.Of(method.ReturnType) is { } value => new(method, (INamedTypeSymbol)method.Parameters[0].Type, value, KeyProblem.None),
        _ => Wrong(method, KeyProblem.WrongReturn),
    };

    private static ProjectionKey Wrong(IMethodSymbol method, KeyProblem problem) => new(method, null, null, problem);
}
