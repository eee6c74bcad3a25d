using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Continues each class marked with <c>[Aggregate]</c>: raising, dispatch, identity.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class AggregateGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var aggregates = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.AggregateAttribute,
                static (node, _) => node is ClassDeclarationSyntax,
                static (attributed, _) => AggregateParser.Parse((INamedTypeSymbol)attributed.TargetSymbol))
            .WithTrackingName(Steps.Aggregates)
            .Where(static aggregate => aggregate is not null)
            .Select(static (aggregate, _) => aggregate!);
        var collisions = aggregates
            .Select(static (aggregate, _) => aggregate.Nesting.FullName)
            .Collect()
            .Select(static (names, _) => HintNames.FindCollisions(names));
        context.RegisterSourceOutput(aggregates.Combine(collisions), static (output, pair) => output.AddSource(
            HintNames.Of(pair.Left.Nesting.FullName, "Aggregate", pair.Right), AggregateEmitter.Emit(pair.Left)));
    }
}
