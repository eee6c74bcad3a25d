using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Wires how states are written and read: a part of <see cref="EventJsonGenerator"/>, so that a type that events and states hold is written once.</summary>
internal static class StateJsonGenerator
{
    /// <summary>The states whose types are written beside those of the events.</summary>
    public static IncrementalValuesProvider<StateJsonModel> States(IncrementalGeneratorInitializationContext context)
    {
        var aggregates = Marked(context, KnownTypes.AggregateAttribute, StateJsonParser.ParseAggregate).Collect();
        var deciders = Marked(context, KnownTypes.DeciderAttribute, StateJsonParser.ParseDecider).Collect();
        var projections = Marked(context, KnownTypes.ProjectionAttribute, StateJsonParser.ParseProjection).Collect();
        return aggregates.Combine(deciders).Combine(projections).SelectMany(static (all, _) => all.Left.Left.AddRange(all.Left.Right).AddRange(all.Right));
    }

    public static void Register(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<StateJsonModel> states, IncrementalValueProvider<ProjectNames> names)
    {
        var collisions = states
            .Select(static (state, _) => state.Nesting.FullName)
            .Collect()
            .Select(static (all, _) => HintNames.FindCollisions(all));
        context.RegisterSourceOutput(states.Combine(names).Combine(collisions), static (output, input) =>
        {
            var ((state, names), collisions) = input;
            output.AddSource(HintNames.Of(state.Nesting.FullName, state.Kind, collisions), StateJsonEmitter.Emit(state, names).ToSourceText());
        });
    }

    private static IncrementalValuesProvider<StateJsonModel> Marked(
        IncrementalGeneratorInitializationContext context, string attribute, Func<INamedTypeSymbol, StateJsonModel?> parse) => context.SyntaxProvider
        .ForAttributeWithMetadataName(attribute, static (node, _) => node is TypeDeclarationSyntax, (attributed, _) => parse((INamedTypeSymbol)attributed.TargetSymbol))
        .WithTrackingName(Steps.States)
        .Where(static state => state is not null)
        .Select(static (state, _) => state!);
}
