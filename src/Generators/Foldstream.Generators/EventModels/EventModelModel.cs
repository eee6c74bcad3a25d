using System.Collections.Immutable;

namespace Foldstream.Generators;

/// <summary>An event, as the event model names it.</summary>
internal sealed record EventName(string QualifiedConverter, string Accessibility);

/// <summary>The events of an assembly.</summary>
/// <param name="Accessibility">Public where an event is.</param>
/// <param name="Events">The events in the order of their names.</param>
internal sealed record EventModelModel(string Accessibility, EquatableArray<EventName> Events)
{
    public static EventModelModel Of(ImmutableArray<EventName> events) => new(
        events.Any(@event => @event.Accessibility == "public") ? "public" : "internal",
        events.OrderBy(@event => @event.QualifiedConverter, StringComparer.Ordinal).ToEquatableArray());
}
