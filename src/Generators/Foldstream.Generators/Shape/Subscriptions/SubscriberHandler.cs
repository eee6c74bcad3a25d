using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A method that is named like a handler of a subscription or projector.</summary>
/// <param name="Method">The method.</param>
/// <param name="Problem">Why it is no handler.</param>
/// <param name="Event">The event that it handles; null where there is a problem, and where it takes batches.</param>
/// <param name="TakesBatch">Whether it takes a list of events of all types.</param>
/// <param name="Parts">What it takes behind that, in its order.</param>
/// <param name="Transaction">The type of transaction that it takes; null where it takes none, or there is a problem.</param>
/// <param name="Returns">What it returns.</param>
internal sealed record SubscriberHandler(
    IMethodSymbol Method,
    HandlerProblem Problem,
    INamedTypeSymbol? Event,
    bool TakesBatch,
    IReadOnlyList<HandlerPart> Parts,
    ITypeSymbol? Transaction,
    HandlerReturn Returns)
{
    /// <summary>What it has in common with the handlers of aggregates.</summary>
    public Handler Common => new(Method, Event, Problem);

    /// <summary>Reads the one method; what it takes is told apart by type, so that the optional parts may stand in any order.</summary>
    public static SubscriberHandler Read(IMethodSymbol method, SubscriberKind kind)
    {
        var returns = ReturnOf(method);
        var problem = FindProblem(method, kind, returns);
        var first = method.Parameters.FirstOrDefault()?.Type;
        var parts = ReadParts(method, kind);
        return new SubscriberHandler(
            method,
            problem,
            problem == HandlerProblem.None && IsEvent(first) ? (INamedTypeSymbol)first! : null,
            !kind.TakesTransaction && IsBatch(first),
            [.. parts.OfType<HandlerPart>()],
            problem == HandlerProblem.None && parts.IndexOf(HandlerPart.Transaction) is >= 0 and var place ? method.Parameters[place + 1].Type : null,
            returns ?? HandlerReturn.Nothing);
    }

    private static HandlerProblem FindProblem(IMethodSymbol method, SubscriberKind kind, HandlerReturn? returns)
    {
        if (method.IsGenericMethod)
            return HandlerProblem.Generic;
        if (returns is null)
            return HandlerProblem.WrongReturn;
        if (method.Parameters.IsEmpty || !method.Parameters.All(Handler.IsByValue))
            return HandlerProblem.WrongParameters;
        var parts = ReadParts(method, kind);
        if (parts.Any(part => part is null) || parts.Distinct().Count() < parts.Count)
            return HandlerProblem.WrongParameters;
        var first = method.Parameters[0].Type;
        if (!kind.TakesTransaction && IsBatch(first))
            return parts.Contains(HandlerPart.Context) ? HandlerProblem.WrongParameters : HandlerProblem.None;
        return IsEvent(first) ? HandlerProblem.None : HandlerProblem.NotAnEvent;
    }

    // Of each parameter behind the first, what it is; null where it is nothing that a handler takes.
    private static List<HandlerPart?> ReadParts(IMethodSymbol method, SubscriberKind kind) =>
        [.. method.Parameters.Skip(1).Select(parameter => PartOf(parameter.Type, kind))];

    private static HandlerPart? PartOf(ITypeSymbol type, SubscriberKind kind)
    {
        if (IsNamed(type, KnownTypes.EventContext))
            return HandlerPart.Context;
        if (IsNamed(type, "System.Threading.CancellationToken"))
            return HandlerPart.Token;
        return kind.TakesTransaction && !type.IsRefLikeType && type is { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct } && !EventShape.IsEvent(type)
            ? HandlerPart.Transaction
            : null;
    }

    private static HandlerReturn? ReturnOf(IMethodSymbol method) => method.ReturnType switch
    {
        { SpecialType: SpecialType.System_Void } => HandlerReturn.Nothing,
        var type when IsNamed(type, "System.Threading.Tasks.Task") => HandlerReturn.Task,
        var type when IsNamed(type, "System.Threading.Tasks.ValueTask") => HandlerReturn.ValueTask,
        _ => null,
    };

    private static bool IsEvent(ITypeSymbol? type) => type is INamedTypeSymbol && EventShape.IsEvent(type);

    private static bool IsBatch(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T } list && IsNamed(list.TypeArguments[0], KnownTypes.TypedEvent);

    private static bool IsNamed(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { Arity: 0, ContainingType: null } && name.EndsWith(type.Name, StringComparison.Ordinal) && type.OriginalDefinition.ToDisplayString() == name;
}
