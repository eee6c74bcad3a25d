namespace Foldstream;

/// <summary>Marks a static method of an event as an upcaster: a step that takes an older version of the event to a newer one.</summary>
/// <remarks>
/// A typed step takes an older shape, marked with <c>[Event]</c> of the same name and a lower version:
/// <c>[Upcast] public static OrderPlaced From(OrderPlacedV2 old)</c>. An untyped one takes the stored JSON of a version and gives
/// the JSON of the next one, or a shape: <c>[Upcast(from: 1)] public static JsonObject ToV2(JsonObject v1)</c>. The generator
/// chains the steps; wherever an event is read, its older versions arrive as the newest.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UpcastAttribute : Attribute
{
    /// <summary>Marks a step from the version of the type that it takes.</summary>
    public UpcastAttribute()
    {
    }

    /// <summary>Marks a step from the JSON of a version.</summary>
    public UpcastAttribute(int from) => From = from;

    /// <summary>The version that the step takes; null where the type that it takes says so.</summary>
    public int? From { get; }
}
