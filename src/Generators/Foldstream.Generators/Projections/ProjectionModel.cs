namespace Foldstream.Generators;

/// <summary>A projection, as values.</summary>
/// <param name="Nesting">The class and where it stands.</param>
/// <param name="Name">The projection's name.</param>
/// <param name="Category">The category that it reads; null for every category.</param>
/// <param name="IsSingleStream">Whether each document follows from one stream.</param>
/// <param name="IsCommutative">Whether events may be applied in any order.</param>
/// <param name="Handled">The events that it applies, each at the number of its handler.</param>
/// <param name="Ignored">The events that it sets aside.</param>
/// <param name="Fields">What its documents can be queried by.</param>
/// <param name="Indexes">The JSON names of its indexed members, as literals.</param>
internal sealed record ProjectionModel(
    TypeNesting Nesting,
    string Name,
    string? Category,
    bool IsSingleStream,
    bool IsCommutative,
    EquatableArray<RoutedEventModel> Handled,
    EquatableArray<HandledEvent> Ignored,
    FieldTreeModel Fields,
    EquatableArray<string> Indexes)
{
    public bool UsesContext => Handled.Any(handled => handled.TakesContext || handled.Key is { TakesContext: true });
}
