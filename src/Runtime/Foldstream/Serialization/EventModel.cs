using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Foldstream;

/// <summary>The events of one or more assemblies, by stored name and by type; each assembly's is generated.</summary>
/// <remarks>It is also a resolver for System.Text.Json, so that its events can be used with <see cref="JsonSerializer"/> under AOT.</remarks>
public sealed class EventModel : IJsonTypeInfoResolver
{
    private readonly FrozenDictionary<string, EventDefinition> byName;
    private readonly FrozenDictionary<Type, EventDefinition> byType;

    /// <summary>Creates a model; generated code does.</summary>
    /// <exception cref="ArgumentException">Two types have one stored name, or one type two; the message names both.</exception>
    public EventModel(params EventDefinition[] definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        CheckNames(definitions);
        CheckTypes(definitions);
        Definitions = [.. definitions];
        byName = Definitions.ToFrozenDictionary(definition => definition.Type.Name, StringComparer.Ordinal);
        byType = Definitions.ToFrozenDictionary(definition => definition.ClrType);
    }

    /// <summary>All events of the model.</summary>
    public IReadOnlyList<EventDefinition> Definitions { get; }

    /// <summary>Puts the models of several assemblies together; an event that is in several of them is taken once.</summary>
    /// <exception cref="ArgumentException">Two types have one stored name; the message names both.</exception>
    public static EventModel Combine(params EventModel[] models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return new EventModel([.. models.SelectMany(model => model.Definitions).DistinctBy(definition => definition.ClrType)]);
    }

    /// <summary>The definition of a stored name; null where the model does not know it.</summary>
    public EventDefinition? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The definition of an event's type; null where the model does not know it.</summary>
    public EventDefinition? Find(Type type) => byType.GetValueOrDefault(type);

    /// <summary>Makes an event ready for storing.</summary>
    /// <exception cref="UnknownEventException">The model does not know the event's type.</exception>
    /// <exception cref="EventWriteException">The event holds what JSON cannot: a number that is infinite or not a number.</exception>
    public EventData Encode(object @event, EventStamp stamp = default)
    {
        ArgumentNullException.ThrowIfNull(@event);
        var definition = Find(@event.GetType()) ?? throw UnknownEventException.ForType(@event.GetType());
        return definition.Encode(@event, stamp);
    }

    /// <summary>Reads a stored event.</summary>
    /// <exception cref="UnknownEventException">The model does not know the stored name.</exception>
    /// <exception cref="EventReadException">The stored content is not the event's.</exception>
    public object Decode(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var stored = recorded.AsStored();
        var definition = Find(recorded.Type.Name) ?? throw UnknownEventException.For(stored, "the event model");
        return definition.Decode(stored);
    }

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => Find(type)?.CreateTypeInfo(options);

    private static void CheckNames(EventDefinition[] definitions)
    {
        foreach (var same in definitions.GroupBy(definition => definition.Type.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var types = string.Join(" and ", same.Select(definition => $"'{definition.ClrType}'"));
            throw new ArgumentException($"The stored name '{same.Key}' belongs to {types}: give each event a name of its own in [Event(\"…\")].");
        }
    }

    private static void CheckTypes(EventDefinition[] definitions)
    {
        foreach (var same in definitions.GroupBy(definition => definition.ClrType).Where(group => group.Count() > 1))
        {
            var names = string.Join(" and ", same.Select(definition => $"'{definition.Type}'"));
            throw new ArgumentException($"The type '{same.Key}' is stored as {names}: give each event one definition.");
        }
    }
}
