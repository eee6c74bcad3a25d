using Foldstream.Generators;

namespace Foldstream.Catalogue;

/// <summary>The catalogue as files: a JSON Schema for each version of an event, the graph as Mermaid, both as tables.</summary>
internal static class CatalogueFiles
{
    /// <returns>The files that were written.</returns>
    public static IReadOnlyList<string> Write(EventCatalogue catalogue, string folder) =>
    [
        .. catalogue.Events.SelectMany(known => TextFile.Write(Path.Combine(folder, "schemas", EventFileName.Of(known.Schema)), JsonSchema.Of(known))),
        .. TextFile.Write(Path.Combine(folder, "graph.mmd"), MermaidGraph.Of(catalogue)),
        .. TextFile.Write(Path.Combine(folder, "catalogue.md"), MarkdownTables.Of(catalogue)),
    ];
}
