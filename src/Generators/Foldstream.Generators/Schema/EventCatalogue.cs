using System.Globalization;

namespace Foldstream.Generators;

/// <summary>All that is known at build about the events of an assembly, and about what leads to them and follows from them.</summary>
/// <param name="Assembly">The name of the assembly.</param>
/// <param name="Events">Its events, in the order of their names and versions.</param>
/// <param name="Handlers">What handles events there, in the order of their types.</param>
internal sealed record EventCatalogue(string Assembly, EquatableArray<CatalogueEvent> Events, EquatableArray<CatalogueHandler> Handlers)
{
    /// <summary>The key under which the compiled assembly carries it.</summary>
    public const string MetadataKey = "Foldstream.Catalogue";

    private const int Format = 1;

    public string ToText() => TreeWriter.Write(new(
    [
        new("format", new TreeNumber(Format)),
        new("assembly", new TreeText(Assembly)),
        new("events", new TreeObject([.. Events.GroupBy(known => known.Schema.Name, StringComparer.Ordinal).Select(Write)])),
        new("handlers", new TreeObject([.. Handlers.Select(handler => new TreeMember(handler.Type, handler.ToTree()))])),
    ]));

    /// <exception cref="MalformedTextException">The text is no catalogue.</exception>
    public static EventCatalogue Parse(string text)
    {
        var root = TreeReader.Read(text).AsObject("format", "assembly", "events", "handlers");
        if (root.Require("format") is not TreeNumber { Value: Format })
            throw MalformedTextException.At(root.Require("format"), $"only format {Format} is known here: use a package that is as new as the one that wrote the catalogue");
        return new EventCatalogue(
            root.Require("assembly").AsText(),
            root.Require("events").AsTable().Members.SelectMany(Read).ToEquatableArray(),
            root.Require("handlers").AsTable().Members.Select(CatalogueHandler.Of).ToEquatableArray());
    }

    private static TreeMember Write(IGrouping<string, CatalogueEvent> known) => new(
        known.Key,
        new TreeObject([.. known.Select(version => new TreeMember(version.Schema.Version.ToString(CultureInfo.InvariantCulture), version.ToTree()))]));

    private static IEnumerable<CatalogueEvent> Read(TreeMember known) =>
        known.Value.AsTable().Members.Select(version => CatalogueEvent.Of(known.Name, version));
}
