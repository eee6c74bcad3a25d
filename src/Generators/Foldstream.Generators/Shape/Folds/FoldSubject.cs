using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A type that folds events: what its fingerprint starts from.</summary>
/// <param name="Type">The type, which is also the state.</param>
/// <param name="Entries">The members that a fold runs: the handlers, and what makes the state before the first event.</param>
/// <param name="Events">The events that it handles.</param>
internal sealed record FoldSubject(INamedTypeSymbol Type, IReadOnlyList<ISymbol> Entries, IReadOnlyList<INamedTypeSymbol> Events)
{
    public static FoldSubject OfAggregate(INamedTypeSymbol type) => new(
        type,
        [.. Methods(AggregateShape.Handlers(type)), .. BaseTypes.AndSelf(type).SelectMany(CalledByNew)],
        [.. AggregateShape.HandledEvents(type)]);

    public static FoldSubject OfDecider(INamedTypeSymbol type) => new(
        type,
        [.. Methods(DeciderShape.Handlers(type)), .. type.GetMembers(DeciderShape.InitialState).Where(member => member.IsStatic)],
        [.. DeciderShape.HandledEvents(type)]);

    private static IEnumerable<ISymbol> Methods(IEnumerable<Handler> handlers) =>
        handlers.Where(handler => handler.Problem == HandlerProblem.None).Select(handler => handler.Method);

    private static IEnumerable<ISymbol> CalledByNew(INamedTypeSymbol type) => type.InstanceConstructors.Where(constructor =>
        !constructor.IsImplicitlyDeclared && constructor.Parameters.All(parameter => parameter.IsOptional));
}
