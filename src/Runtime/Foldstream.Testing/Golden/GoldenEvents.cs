namespace Foldstream.Testing;

/// <summary>Proves that the recorded payloads of events, one for each version that was ever stored, still load.</summary>
/// <remarks><c>dotnet build -t:FoldstreamBaseline</c> records them, as <c>events/golden/{stored name}.v{version}.json</c>, and never writes one again.</remarks>
public static class GoldenEvents
{
    /// <summary>Reads every payload of a folder as a store's would be read, through upcasters where it is of an older version.</summary>
    /// <param name="model">The generated model of the events.</param>
    /// <param name="folder">The folder; a relative one is looked for beside the program, where a test project copies it.</param>
    /// <exception cref="GoldenEventsException">
    /// A payload does not load or belongs to no event of the model; the present version of an event has none, though others of its assembly do;
    /// or there is none at all. The error lists all of it.
    /// </exception>
    public static void Verify(EventModel model, string folder)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var path = Path.GetFullPath(folder, AppContext.BaseDirectory);
        var files = Directory.Exists(path) ? GoldenFile.In(path) : [];
        if (files.Count == 0)
            throw new GoldenEventsException(path, [new GoldenFailure("", "there are no payloads: record them by 'dotnet build -t:FoldstreamBaseline', and copy them beside the tests")]);
        GoldenFailure[] failures = [.. files.Select(file => file.FindFailure(model)).OfType<GoldenFailure>(), .. FindMissing(model, files)];
        if (failures.Length > 0)
            throw new GoldenEventsException(path, failures);
    }

    // The payloads of other assemblies' events stand beside those.
    private static IEnumerable<GoldenFailure> FindMissing(EventModel model, IReadOnlyList<GoldenFile> files)
    {
        var assemblies = files.Select(file => file.FindDefinition(model)?.ClrType.Assembly).ToHashSet();
        return from definition in model.Definitions
               where assemblies.Contains(definition.ClrType.Assembly)
               let name = GoldenFile.NameOf(definition.Type)
               where files.All(file => file.Name != name)
               select new GoldenFailure(name, $"is missing: record event '{definition.Type}' by 'dotnet build -t:FoldstreamBaseline'");
    }
}
