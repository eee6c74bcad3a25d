using System.Text.Json.Nodes;
using Foldstream.Generators;

namespace Foldstream.Catalogue.Tests;

/// <summary>The catalogue of this assembly.</summary>
internal static class Own
{
    public static EventCatalogue Catalogue { get; } = AssemblyCatalogue.Read(typeof(Own).Assembly.Location);

    public static CatalogueEvent Event(string name) => Catalogue.Events.Single(known => known.Schema.Name == name);

    public static JsonObject Schema(string name) => JsonNode.Parse(JsonSchema.Of(Event(name)))!.AsObject();
}
