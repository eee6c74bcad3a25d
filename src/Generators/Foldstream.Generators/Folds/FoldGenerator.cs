using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Gives each aggregate, decider and projection the fingerprint of its fold.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FoldGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Register(context, KnownTypes.AggregateAttribute, "AggregateFold", FoldParser.ParseAggregate);
        Register(context, KnownTypes.DeciderAttribute, "DeciderFold", FoldParser.ParseDecider);
        Register(context, KnownTypes.ProjectionAttribute, "ProjectionFold", FoldParser.ParseProjection);
    }

    private static void Register(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        string kind,
        Func<INamedTypeSymbol, SemanticModel, CancellationToken, FoldModel?> parse)
    {
        var folds = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (attributed, cancellationToken) => parse((INamedTypeSymbol)attributed.TargetSymbol, attributed.SemanticModel, cancellationToken))
            .WithTrackingName(Steps.Folds)
            .Where(static fold => fold is not null)
            .Select(static (fold, _) => fold!);
        var collisions = folds
            .Select(static (fold, _) => fold.Nesting.FullName)
            .Collect()
            .Select(static (names, _) => HintNames.FindCollisions(names));
        context.RegisterSourceOutput(folds.Combine(collisions), (output, pair) => output.AddSource(
            HintNames.Of(pair.Left.Nesting.FullName, kind, pair.Right), FoldEmitter.Emit(pair.Left)));
    }
}
