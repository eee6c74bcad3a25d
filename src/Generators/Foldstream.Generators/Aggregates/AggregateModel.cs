namespace Foldstream.Generators;

/// <summary>An aggregate, as values.</summary>
/// <param name="Nesting">The class and where it stands.</param>
/// <param name="Category">The category of its streams.</param>
/// <param name="Handled">The events that it applies.</param>
/// <param name="Ignored">The events that it sets aside.</param>
internal sealed record AggregateModel(
    TypeNesting Nesting, string Category, EquatableArray<HandledEvent> Handled, EquatableArray<HandledEvent> Ignored);
