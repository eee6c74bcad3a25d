using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Gives each aggregate and decider the fingerprint of its fold.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FoldGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Register(context, KnownTypes.AggregateAttribute, ".AggregateFold", FoldParser.ParseAggregate);
        Register(context, KnownTypes.DeciderAttribute, ".DeciderFold", FoldParser.ParseDecider);
    }

    private static void Register(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        string suffix,
        Func<INamedTypeSymbol, SemanticModel, CancellationToken, FoldModel?> parse)
    {
        var folds = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (attributed, cancellationToken) => parse((INamedTypeSymbol)attributed.TargetSymbol, attributed.SemanticModel, cancellationToken))
            .Where(static fold => fold is not null)
            .Select(static (fold, _) => fold!)
            .WithTrackingName(Steps.Folds);
        var collisions = HintNames.FindCollisions(folds.Select(static (fold, _) => fold.Nesting.FullName));
        context.RegisterSourceOutput(folds.Combine(collisions), (output, pair) => output.AddSource(
            HintNames.For(pair.Left.Nesting.FullName, pair.Right, suffix), FoldEmitter.Emit(pair.Left)));
    }
}
