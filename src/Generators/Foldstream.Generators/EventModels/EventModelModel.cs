using System.Collections.Immutable;

namespace Foldstream.Generators;

/// <summary>An event, as the event model names it.</summary>
internal sealed record EventName(string QualifiedConverter, string Accessibility, string StoredName, int Version);

/// <summary>The events of an assembly, and who handles them.</summary>
/// <param name="Accessibility">Public where an event is.</param>
/// <param name="Events">The newest versions of the events, in the order of their converters' names.</param>
/// <param name="Handling">The types that handle events, in the order of their names.</param>
/// <param name="Included">The models of other assemblies whose events are handled.</param>
internal sealed record EventModelModel(
    string Accessibility, EquatableArray<EventName> Events, EquatableArray<HandlingModel> Handling, EquatableArray<IncludedModel> Included)
{
    public static EventModelModel Of(ImmutableArray<EventName> events, ImmutableArray<HandlingModel> handling)
    {
        var included = handling.SelectMany(type => type.Models).Distinct().OrderBy(model => model.Type, StringComparer.Ordinal).ToEquatableArray();
        return new(
            events.Any(@event => @event.Accessibility == "public") || (events.IsEmpty && included.Any(model => model.IsPublic)) ? "public" : "internal",
            Newest(events).OrderBy(@event => @event.QualifiedConverter, StringComparer.Ordinal).ToEquatableArray(),
            handling.OrderBy(type => type.Name, StringComparer.Ordinal).ThenBy(type => type.Kind, StringComparer.Ordinal).ToEquatableArray(),
            included);
    }

    // Two of one version stay, for the model to refuse them by name where the rule is suppressed.
    private static IEnumerable<EventName> Newest(ImmutableArray<EventName> events) => events
        .GroupBy(@event => @event.StoredName, StringComparer.Ordinal)
        .SelectMany(versions => versions.Where(version => version.Version == versions.Max(other => other.Version)));
}
