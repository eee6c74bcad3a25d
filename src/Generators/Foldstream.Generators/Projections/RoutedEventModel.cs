namespace Foldstream.Generators;

/// <summary>An event of a projection, with its handler and its key.</summary>
/// <param name="Event">The event.</param>
/// <param name="TakesContext">Whether the handler asks for a context.</param>
/// <param name="Deletes">Whether the document is deleted by it.</param>
/// <param name="Key">What gives the keys; null where the stream does.</param>
internal sealed record RoutedEventModel(HandledEvent Event, bool TakesContext, bool Deletes, RoutedKeyModel? Key);

/// <summary>A call that gives the keys of an event.</summary>
/// <param name="Method">The method.</param>
/// <param name="TakesContext">Whether it asks for a context.</param>
/// <param name="IsMany">Whether it gives several keys.</param>
/// <param name="Form">How a value becomes text.</param>
/// <param name="Property">The property of the wrapper around the value, in code; null where there is none.</param>
/// <param name="IsNullable">Whether a key may be null.</param>
/// <param name="Shape">The shape with the names of an enum; null for all else.</param>
internal sealed record RoutedKeyModel(string Method, bool TakesContext, bool IsMany, KeyValueForm Form, string? Property, bool IsNullable, string? Shape);
