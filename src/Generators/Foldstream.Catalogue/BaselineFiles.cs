using Foldstream.Generators;

namespace Foldstream.Catalogue;

/// <summary>Keeps the baseline beside the project: adds what is new, refuses what breaks, and records a golden payload for every version.</summary>
internal static class BaselineFiles
{
    /// <returns>The files that were written.</returns>
    public static IReadOnlyList<string> Write(EventCatalogue catalogue, string projectFolder)
    {
        var path = Path.Combine(projectFolder, "events", "schema.json");
        var baseline = Update(Read(path), catalogue, path);
        return
        [
            .. TextFile.Write(path, baseline.ToText()),
            .. GoldenFiles.Write(baseline, Path.Combine(projectFolder, "events", "golden")),
        ];
    }

    private static SchemaBaseline Read(string path)
    {
        if (!File.Exists(path))
            return SchemaBaseline.Empty;
        var text = File.ReadAllText(path);
        try
        {
            return SchemaBaseline.Parse(text);
        }
        catch (MalformedTextException exception)
        {
            throw new ToolException($"{path}({Place(text, exception.Start)}): error FS0050: {exception.Message}");
        }
    }

    private static SchemaBaseline Update(SchemaBaseline baseline, EventCatalogue catalogue, string path)
    {
        var schemas = catalogue.Events.Select(known => known.Schema).ToList();
        string[] problems = [.. schemas.SelectMany(schema => Breaking(baseline, schema)).Select(problem => $"{path} : error FS0052: {problem}")];
        return problems.Length == 0
            ? schemas.Where(schema => IsOutdated(baseline, schema)).Aggregate(baseline, (kept, schema) => kept.With(schema))
            : throw new ToolException(problems);
    }

    // Only where it matters to what is stored: the order of members, say, does not.
    private static bool IsOutdated(SchemaBaseline baseline, EventSchema schema) =>
        baseline.Find(schema.Name, schema.Version) is not { } known || SchemaComparison.Compare(known, schema).Count > 0;

    private static IEnumerable<string> Breaking(SchemaBaseline baseline, EventSchema schema) =>
        baseline.Find(schema.Name, schema.Version) is { } known
            ? SchemaComparison.Compare(known, schema)
                .Where(difference => difference.IsBreaking)
                .Select(difference => $"version {schema.Version} of event '{schema.Name}' may be stored already, and {difference}: raise the version, or remove it from the file if it was never stored")
            : [];

    private static string Place(string text, int position)
    {
        var before = text[..Math.Min(position, text.Length)];
        return $"{before.Count(character => character == '\n') + 1},{before.Length - before.LastIndexOf('\n')}";
    }
}
