using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads how the types marked with <c>[Aggregate]</c>, <c>[Decider]</c> and <c>[Projection]</c> fold their events.</summary>
internal static class FoldParser
{
    /// <summary>The aggregate's fold; null where the generator cannot serve the type, which the rules explain.</summary>
    public static FoldModel? ParseAggregate(INamedTypeSymbol type, SemanticModel model, CancellationToken cancellationToken) =>
        AggregateShape.IsServable(type) ? Parse("IAggregate", FoldSubject.OfAggregate(type), model, cancellationToken) : null;

    /// <inheritdoc cref="ParseAggregate"/>
    public static FoldModel? ParseDecider(INamedTypeSymbol type, SemanticModel model, CancellationToken cancellationToken) =>
        DeciderShape.IsServable(type) ? Parse("IDecider", FoldSubject.OfDecider(type), model, cancellationToken) : null;

    /// <inheritdoc cref="ParseAggregate"/>
    public static FoldModel? ParseProjection(INamedTypeSymbol type, SemanticModel model, CancellationToken cancellationToken) =>
        ProjectionShape.IsServable(type) ? Parse("IProjection", FoldSubject.OfProjection(type), model, cancellationToken) : null;

    private static FoldModel Parse(string contract, FoldSubject subject, SemanticModel model, CancellationToken cancellationToken)
    {
        var nesting = TypeNesting.Of(subject.Type);
        return new FoldModel(nesting, contract, FoldMemory.GetOrCompute(
            $"{contract} {nesting.FullName}", model, code => FoldFingerprint.Of(subject, code, cancellationToken)));
    }
}
