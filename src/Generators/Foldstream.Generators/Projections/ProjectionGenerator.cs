using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Continues each class marked with <c>[Projection]</c>: routing, dispatch, and the fields by which its documents are queried.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ProjectionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var projections = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.ProjectionAttribute,
                static (node, _) => node is ClassDeclarationSyntax,
                static (attributed, _) => ProjectionParser.Parse((INamedTypeSymbol)attributed.TargetSymbol))
            .WithTrackingName(Steps.Projections)
            .Where(static projection => projection is not null)
            .Select(static (projection, _) => projection!);
        var collisions = projections
            .Select(static (projection, _) => projection.Nesting.FullName)
            .Collect()
            .Select(static (names, _) => HintNames.FindCollisions(names));
        var names = ProjectNamesStep.Names(context);
        context.RegisterSourceOutput(projections.Combine(names).Combine(collisions), static (output, input) =>
        {
            var ((projection, names), collisions) = input;
            var name = projection.Nesting.FullName;
            output.AddSource(HintNames.Of(name, "Projection", collisions), ProjectionEmitter.Emit(projection, names));
            output.AddSource(HintNames.Of(name, "Fields", collisions), FieldEmitter.Emit(projection.Nesting, projection.Fields, names));
        });
    }
}
