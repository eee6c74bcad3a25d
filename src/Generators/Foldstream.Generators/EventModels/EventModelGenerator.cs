using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Wires the assembly's event model: a part of <see cref="EventJsonGenerator"/>, so that events are read once.</summary>
internal static class EventModelGenerator
{
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<EventJsonModel> events,
        IncrementalValueProvider<ProjectNames> names)
    {
        // Names only: an edit inside of an event leaves the model alone.
        var model = events
            .Select(static (model, _) => new EventName(model.QualifiedConverter, model.Accessibility, model.StoredName, model.Version))
            .Collect()
            .Combine(HandlingTypes(context))
            .Select(static (parts, _) => EventModelModel.Of(parts.Left, parts.Right))
            .WithTrackingName(Steps.EventNames);
        var taken = ProjectNamesStep.IsEventsClassTaken(context, names);
        context.RegisterSourceOutput(model.Combine(names).Combine(taken), static (output, input) =>
        {
            var ((model, names), taken) = input;
            if ((model.Events.Count > 0 || model.Included.Count > 0) && !taken)
                output.AddSource($"{names.EventsClass}.Model.g.cs", EventModelEmitter.Emit(model, names).ToSourceText());
        });
    }

    private static IncrementalValueProvider<ImmutableArray<HandlingModel>> HandlingTypes(
        IncrementalGeneratorInitializationContext context)
    {
        var types = Marked(context, KnownTypes.AggregateAttribute, static (type, _) => HandlingModel.OfAggregate(type));
        types = Both(types, Marked(context, KnownTypes.DeciderAttribute, static (type, _) => HandlingModel.OfDecider(type)));
        types = Both(types, Marked(context, KnownTypes.ProjectionAttribute, static (type, _) => HandlingModel.OfProjection(type)));
        foreach (var kind in SubscriberKind.All)
            types = Both(types, Marked(context, kind.Attribute, (type, compilation) => HandlingModel.OfSubscriber(type, kind, compilation)));
        return types;
    }

    private static IncrementalValueProvider<ImmutableArray<HandlingModel>> Both(
        IncrementalValueProvider<ImmutableArray<HandlingModel>> some, IncrementalValueProvider<ImmutableArray<HandlingModel>> others) =>
        some.Combine(others).Select(static (both, _) => both.Left.AddRange(both.Right));

    private static IncrementalValueProvider<ImmutableArray<HandlingModel>> Marked(
        IncrementalGeneratorInitializationContext context, string attribute, Func<INamedTypeSymbol, Compilation, HandlingModel?> read) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (attributed, _) => read((INamedTypeSymbol)attributed.TargetSymbol, attributed.SemanticModel.Compilation))
            .WithTrackingName(Steps.HandlingTypes)
            .Where(static type => type is not null)
            .Select(static (type, _) => type!)
            .Collect();
}
