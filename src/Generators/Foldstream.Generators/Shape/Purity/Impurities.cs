using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Foldstream.Generators;

/// <summary>Finds what keeps code from being pure. What it calls of other types is left aside, but for what the framework is known to do.</summary>
internal static class Impurities
{
    /// <summary>Whether a body of a role must be free of a kind of impurity.</summary>
    public static bool Matters(ImpurityKind kind, PureRole role) => kind switch
    {
        ImpurityKind.Raise => role == PureRole.Apply,
        // A decision may refuse, and an upcaster has nothing to give for what it cannot read.
        ImpurityKind.Throw => role is PureRole.Apply or PureRole.Evolve or PureRole.Project or PureRole.Key,
        _ => true,
    };

    /// <summary>What one operation does, its parts left aside.</summary>
    public static IEnumerable<Impurity> Of(IOperation operation)
    {
        if (OfMember(operation) is { } member)
            yield return member;
        if (Waiting.Find(operation) is { } waiting)
            yield return waiting;
        if (Throwing.Find(operation) is { } thrown)
            yield return thrown;
        foreach (var change in StaticState.FindChanges(operation))
            yield return change;
    }

    private static Impurity? OfMember(IOperation operation) => operation switch
    {
        IInvocationOperation call when AggregateShape.IsRaise(call.TargetMethod) =>
            new Impurity(ImpurityKind.Raise, operation.Syntax, "raises an event"),
        IInvocationOperation call => Ambient(operation, call.TargetMethod),
        IMethodReferenceOperation reference => Ambient(operation, reference.Method),
        IObjectCreationOperation { Constructor: { } constructor } => Ambient(operation, constructor),
        IMemberReferenceOperation reference => Ambient(operation, reference.Member) ?? StaticState.Find(reference),
        _ => null,
    };

    private static Impurity? Ambient(IOperation operation, ISymbol member) => OutsideWorld.Find(member) is { } found
        ? new Impurity(found.Kind, operation.Syntax, $"{found.Verb} '{Name(member)}'")
        : null;

    private static string Name(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor }
        ? $"new {member.ContainingType.Name}"
        : $"{member.ContainingType.Name}.{member.Name}";
}
