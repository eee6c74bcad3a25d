using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Continues each type marked with <c>[Decider]</c>: its type of decisions, dispatch, contracts.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DeciderGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var deciders = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.DeciderAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (attributed, _) => DeciderParser.Parse((INamedTypeSymbol)attributed.TargetSymbol))
            .WithTrackingName(Steps.Deciders)
            .Where(static decider => decider is not null)
            .Select(static (decider, _) => decider!);
        var collisions = deciders
            .Select(static (decider, _) => decider.Nesting.FullName)
            .Collect()
            .Select(static (names, _) => HintNames.FindCollisions(names));
        context.RegisterSourceOutput(deciders.Combine(collisions), static (output, pair) => output.AddSource(
            HintNames.Of(pair.Left.Nesting.FullName, "Decider", pair.Right), DeciderEmitter.Emit(pair.Left)));
        DeciderStandIn.Register(context, context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownTypes.DeciderAttribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (attributed, _) => DeciderStandIn.FindNamespace((INamedTypeSymbol)attributed.TargetSymbol)));
    }
}
