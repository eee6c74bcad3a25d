using System.Globalization;
using System.Text;
using Foldstream.Generators;

namespace Foldstream.Catalogue;

/// <summary>The catalogue as tables for people.</summary>
internal static class MarkdownTables
{
    public static string Of(EventCatalogue catalogue)
    {
        var page = new StringBuilder($"# Events of {catalogue.Assembly}\n\n## What leads to what\n\n| Command | Event | Handled by | Read models |\n| --- | --- | --- | --- |\n");
        foreach (var name in catalogue.StoredNames())
            Row(page, Commands(catalogue, name), Code(name), Handlers(catalogue, name, areReadModels: false), Handlers(catalogue, name, areReadModels: true));
        foreach (var known in catalogue.Events)
            Append(page, known);
        return page.ToString();
    }

    private static void Append(StringBuilder page, CatalogueEvent known)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {Cell(known.Schema.Name)} v{known.Schema.Version}\n\nStored from {Code(known.Type)}.\n");
        AppendMembers(page, known.Schema.Members);
        foreach (var type in known.Schema.Types)
        {
            page.Append($"\n### {Cell(type.Name)}\n");
            Append(page, type);
        }
    }

    private static void Append(StringBuilder page, SchemaDefinition type)
    {
        switch (type)
        {
            case ObjectDefinition @object:
                AppendMembers(page, @object.Members);
                break;
            case EnumDefinition @enum:
                page.Append($"\n{(@enum.IsFlags ? "Any of" : "One of")} {string.Join(", ", @enum.Members.Select(Code))}.\n");
                break;
            case UnionDefinition union:
                page.Append($"\nTold apart by {Code(union.Discriminator)}: {string.Join(", ", union.Cases.Select(@case => $"{Code(@case.Value)} is {Cell(@case.Type.ToString()!)}"))}.\n");
                break;
        }
    }

    private static void AppendMembers(StringBuilder page, EquatableArray<SchemaMember> members)
    {
        if (members.Count == 0)
        {
            page.Append("\nIt has no members.\n");
            return;
        }

        page.Append("\n| Member | Type | Required |\n| --- | --- | --- |\n");
        foreach (var member in members)
            Row(page, Code(member.Name), Cell(Describe(member.Value)), member.IsComputed ? "computed" : member.IsRequired ? "yes" : "no");
    }

    private static string Describe(SchemaValue value) => Describe(value.Type) + (value.IsNullable ? " or null" : "");

    private static string Describe(SchemaType type) => type switch
    {
        ListSchema list => $"list of {Describe(list.Element)}",
        MapSchema map => $"map of {Describe(map.Value)} by {Describe(map.Key)}",
        _ => type.ToString()!,
    };

    private static string Commands(EventCatalogue catalogue, string name) => Join(
        from handler in catalogue.Handlers
        from command in handler.Commands
        where command.Events.Contains(name, StringComparer.Ordinal)
        select $"{handler.ShortType}.{command.Name}");

    private static string Handlers(EventCatalogue catalogue, string name, bool areReadModels) =>
        Join(catalogue.Handlers.Where(handler => handler.IsReadModel == areReadModels && handler.Handles.Contains(name, StringComparer.Ordinal)).Select(handler => handler.ShortType));

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Select(Code));

    private static void Row(StringBuilder page, params IReadOnlyList<string> cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Code(string text) => $"`{Cell(text)}`";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
