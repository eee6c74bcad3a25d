using System.Text;
using Foldstream.Generators;

namespace Foldstream.Catalogue;

/// <summary>What leads to what, as a flow chart of Mermaid: commands, events, those that handle them, and read models.</summary>
internal static class MermaidGraph
{
    public static string Of(EventCatalogue catalogue)
    {
        var graph = new StringBuilder("flowchart LR\n");
        var events = catalogue.StoredNames().Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => $"e{pair.index}", StringComparer.Ordinal);
        foreach (var (name, node) in events)
            graph.Append($"  {node}([{Label(name)}])\n");
        for (var index = 0; index < catalogue.Handlers.Count; index++)
            Append(graph, catalogue.Handlers[index], $"h{index}", events);
        return graph.ToString();
    }

    private static void Append(StringBuilder graph, CatalogueHandler handler, string node, Dictionary<string, string> events)
    {
        graph.Append($"  {node}{Shape(handler, Label($"{handler.ShortType} ({handler.Kind})"))}\n");
        for (var index = 0; index < handler.Commands.Count; index++)
        {
            var command = handler.Commands[index];
            graph.Append($"  {node}c{index}[/{Label($"{handler.ShortType}.{command.Name}")}/]\n");
            foreach (var name in command.Events)
                graph.Append($"  {node}c{index} --> {events[name]}\n");
        }

        foreach (var name in handler.Handles)
            graph.Append($"  {events[name]} --> {node}\n");
        foreach (var name in handler.Ignores)
            graph.Append($"  {events[name]} -. ignored .-> {node}\n");
    }

    // A read model looks like a store, and what acts on events like a step that prepares something.
    private static string Shape(CatalogueHandler handler, string label) => handler switch
    {
        { IsReadModel: true } => $"[({label})]",
        { Kind: "subscription" } => $"{{{{{label}}}}}",
        _ => $"[{label}]",
    };

    // Mermaid reads entities where other texts have escapes.
    private static string Label(string text) =>
        $"\"{text.Replace("#", "#35;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal)}\"";
}
