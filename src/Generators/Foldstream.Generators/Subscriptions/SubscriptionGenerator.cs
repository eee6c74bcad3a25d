using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Continues each class marked with <c>[Subscription]</c> or <c>[Projector]</c>: its interest, routing, the calls of its handlers.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SubscriptionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (var kind in SubscriberKind.All)
            Register(context, kind);
    }

    private static void Register(IncrementalGeneratorInitializationContext context, SubscriberKind kind)
    {
        var subscriptions = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                kind.Attribute,
                static (node, _) => node is ClassDeclarationSyntax,
                (attributed, _) => SubscriptionParser.Parse((INamedTypeSymbol)attributed.TargetSymbol, kind, attributed.SemanticModel.Compilation))
            .WithTrackingName(Steps.Subscriptions)
            .Where(static subscription => subscription is not null)
            .Select(static (subscription, _) => subscription!);
        var collisions = subscriptions
            .Select(static (subscription, _) => subscription.Nesting.FullName)
            .Collect()
            .Select(static (names, _) => HintNames.FindCollisions(names));
        context.RegisterSourceOutput(subscriptions.Combine(collisions), (output, pair) => output.AddSource(
            HintNames.Of(pair.Left.Nesting.FullName, kind.Name, pair.Right), SubscriptionEmitter.Emit(pair.Left)));
    }
}
