using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Writes a converter for each event, the readers and writers of what events and states hold, and the assembly's event model.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class EventJsonGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = ProjectNamesStep.Names(context);
        var events = Events(context);
        var states = StateJsonGenerator.States(context);
        var shapes = Shapes(events, states);
        var collisions = HintCollisions(events, shapes);

        context.RegisterSourceOutput(events.Combine(names).Combine(collisions), static (output, input) =>
        {
            var ((model, names), collisions) = input;
            output.AddSource(HintNames.Of(model.FullName, "Json", collisions), EventJsonEmitter.Emit(model, names).ToSourceText());
        });
        context.RegisterSourceOutput(shapes.Combine(names).Combine(collisions), static (output, input) =>
        {
            var ((shape, names), collisions) = input;
            output.AddSource(HintNames.Of(shape.Name, "Shape", collisions), ShapeEmitter.Emit(shape, names).ToSourceText());
        });
        StateJsonGenerator.Register(context, states, names);
        VersioningGenerator.Register(context, events, collisions);
        EventModelGenerator.Register(context, events, names);
    }

    private static IncrementalValuesProvider<EventJsonModel> Events(IncrementalGeneratorInitializationContext context) => context.SyntaxProvider
        .ForAttributeWithMetadataName(
            KnownTypes.EventAttribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (attributed, _) => EventJsonParser.Parse((INamedTypeSymbol)attributed.TargetSymbol))
        .WithTrackingName(Steps.Events)
        .Where(static model => model is not null)
        .Select(static (model, _) => model!);

    // A type that several events and states hold is written once.
    private static IncrementalValuesProvider<ShapeModel> Shapes(IncrementalValuesProvider<EventJsonModel> events, IncrementalValuesProvider<StateJsonModel> states) => events
        .SelectMany(static (model, _) => model.Shapes)
        .Collect()
        .Combine(states.SelectMany(static (state, _) => state.Shapes).Collect())
        .SelectMany(static (shapes, _) => shapes.Left.AddRange(shapes.Right).GroupBy(shape => shape.Name, StringComparer.Ordinal).Select(group => group.First()).OrderBy(shape => shape.Name, StringComparer.Ordinal))
        .WithTrackingName(Steps.Shapes);

    private static IncrementalValueProvider<EquatableArray<string>> HintCollisions(
        IncrementalValuesProvider<EventJsonModel> events, IncrementalValuesProvider<ShapeModel> shapes) => events
        .Select(static (model, _) => model.FullName).Collect()
        .Combine(shapes.Select(static (shape, _) => shape.Name).Collect())
        .Select(static (names, _) => HintNames.FindCollisions(names.Left.AddRange(names.Right)))
        .WithTrackingName(Steps.HintCollisions);
}
