using Microsoft.CodeAnalysis;

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
            .Select(static (model, _) => new EventName(model.QualifiedConverter, model.Accessibility))
            .Collect()
            .Select(static (events, _) => EventModelModel.Of(events))
            .WithTrackingName(Steps.EventNames);
        context.RegisterSourceOutput(model.Combine(names), static (output, input) =>
        {
            var (model, names) = input;
            if (model.Events.Count > 0)
                output.AddSource($"{names.EventsClass}.Model.g.cs", EventModelEmitter.Emit(model, names).ToSourceText());
        });
    }
}
