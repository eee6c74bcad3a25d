using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>A type whose whole state is written and read: a projection, or an aggregate or decider with snapshots.</summary>
/// <param name="Kind">"projection", as messages say.</param>
/// <param name="Type">The type.</param>
/// <param name="Attribute">What marks it.</param>
/// <param name="IsDecider">Whether it is written as a value, by its public properties.</param>
internal sealed record KeptState(string Kind, INamedTypeSymbol Type, AttributeData Attribute, bool IsDecider)
{
    /// <summary>Where its attribute marks it: the name in that declaration.</summary>
    public Location Location => Attribute.MarkedType(Type);

    public static IEnumerable<KeptState> Of(INamedTypeSymbol type)
    {
        if (type.Find(KnownTypes.ProjectionAttribute) is { } projection)
            yield return new KeptState("projection", type, projection, IsDecider: false);
        if (type.Find(KnownTypes.SnapshotAttribute) is null)
            yield break;
        foreach (var fold in Fold.Of(type))
            yield return new KeptState(fold.Kind.ToLowerInvariant(), type, fold.Attribute, fold.IsDecider);
    }

    public IReadOnlyList<JsonProblem> FindProblems()
    {
        var types = new JsonTypes(Type.ContainingAssembly);
        return IsDecider ? DeciderState.FindProblems(Type, types) : new StateShape(Type).FindProblems(types);
    }
}
