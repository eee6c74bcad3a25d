using Foldstream.Generators;

namespace Foldstream.Catalogue;

internal static class StoredNamesOfCatalogue
{
    /// <summary>All events that the catalogue names, those of other assemblies included, in their order.</summary>
    public static IReadOnlyList<string> StoredNames(this EventCatalogue catalogue) =>
    [
        .. catalogue.Events.Select(known => known.Schema.Name)
            .Concat(catalogue.Handlers.SelectMany(handler => handler.Handles.Concat(handler.Ignores).Concat(handler.Commands.SelectMany(command => command.Events))))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
