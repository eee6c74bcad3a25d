namespace Foldstream.Generators;

/// <summary>A decider, as values.</summary>
/// <param name="Nesting">The type and where it stands.</param>
/// <param name="Category">The category of its streams.</param>
/// <param name="Handled">The events that it evolves by.</param>
/// <param name="Ignored">The events that it sets aside.</param>
/// <param name="Commands">The types of the commands that it decides.</param>
internal sealed record DeciderModel(
    TypeNesting Nesting,
    string Category,
    EquatableArray<HandledEvent> Handled,
    EquatableArray<HandledEvent> Ignored,
    EquatableArray<string> Commands);
