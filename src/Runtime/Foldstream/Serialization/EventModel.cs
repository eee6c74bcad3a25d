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
    private readonly FrozenDictionary<Type, EventDefinition> byOlderType;

    /// <summary>Creates a model of definitions alone.</summary>
    /// <exception cref="ArgumentException">Two types have one stored name, or one type two; the message names both.</exception>
    public EventModel(params EventDefinition[] definitions)
        : this(definitions, [])
    {
    }

    /// <summary>Creates the model of an assembly; generated code does.</summary>
    /// <param name="definitions">Its own events.</param>
    /// <param name="handlingTypes">The types that handle events.</param>
    /// <param name="included">The models of the assemblies whose events it handles.</param>
    /// <exception cref="ArgumentException">Two types have one stored name, or one type two; the message names both.</exception>
    public EventModel(IEnumerable<EventDefinition> definitions, IEnumerable<HandlingType> handlingTypes, params EventModel[] included)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(handlingTypes);
        ArgumentNullException.ThrowIfNull(included);
        EventDefinition[] all = [.. definitions.Concat(included.SelectMany(model => model.Definitions)).Distinct()];
        CheckNames(all);
        CheckTypes(all);
        Definitions = all;
        HandlingTypes = [.. handlingTypes.Concat(included.SelectMany(model => model.HandlingTypes)).Distinct()];
        byName = all.ToFrozenDictionary(definition => definition.Type.Name, StringComparer.Ordinal);
        byType = all.ToFrozenDictionary(definition => definition.ClrType);
        byOlderType = all.SelectMany(newest => newest.OlderTypes.Select(older => (older, newest))).ToFrozenDictionary(pair => pair.older, pair => pair.newest);
    }

    /// <summary>All events of the model, in their newest versions.</summary>
    public IReadOnlyList<EventDefinition> Definitions { get; }

    /// <summary>The aggregates and deciders of the model's assemblies.</summary>
    public IReadOnlyList<HandlingType> HandlingTypes { get; }

    /// <summary>Puts the models of several assemblies together; an event that is in several of them is taken once.</summary>
    /// <exception cref="ArgumentException">Two types have one stored name; the message names both.</exception>
    public static EventModel Combine(params EventModel[] models) => new([], [], models);

    /// <summary>The aggregates and deciders that have a handler for a stored name.</summary>
    public IEnumerable<HandlingType> HandlersOf(string name) => HandlingTypes.Where(type => type.Handles.Contains(name, StringComparer.Ordinal));

    /// <summary>The definition of a stored name; null where the model does not know it.</summary>
    public EventDefinition? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The definition of an event's type; null where the model does not know it.</summary>
    public EventDefinition? Find(Type type) => byType.GetValueOrDefault(type);

    /// <summary>Makes an event ready for storing.</summary>
    /// <exception cref="UnknownEventException">The model does not know the event's type.</exception>
    /// <exception cref="SupersededEventException">The event is of an older version.</exception>
    /// <exception cref="EventWriteException">The event holds what JSON cannot: a number that is infinite or not a number.</exception>
    public EventData Encode(object @event, EventStamp stamp = default) => DefinitionOf(@event).Encode(@event, stamp);

    internal EventDefinition DefinitionOf(object @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        var type = @event.GetType();
        return Find(type) ?? throw Refusal(type);
    }

    /// <summary>Reads a stored event.</summary>
    /// <exception cref="UnknownEventException">The model does not know the stored name.</exception>
    /// <exception cref="EventReadException">The stored content or its schema version is not the event's, or an upcaster failed.</exception>
    public object Decode(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var stored = recorded.AsStored();
        var definition = Find(recorded.Type.Name) ?? throw UnknownEventException.For(stored, "the event model");
        return definition.Decode(stored);
    }

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => Find(type)?.CreateTypeInfo(options);

    private FoldstreamException Refusal(Type type) => byOlderType.TryGetValue(type, out var newest)
        ? new SupersededEventException(type, newest)
        : UnknownEventException.ForType(type);

    private static void CheckNames(EventDefinition[] definitions)
    {
        foreach (var same in definitions.GroupBy(definition => definition.Type.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var types = string.Join(" and ", same.Select(definition => $"'{definition.ClrType}' of {definition.ClrType.Assembly.GetName().Name}"));
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
