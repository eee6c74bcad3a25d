using System.Globalization;

namespace Foldstream.Generators;

/// <summary>What the build remembers of the events of a project: every version that was ever written there, <c>events/schema.json</c>.</summary>
internal sealed class SchemaBaseline
{
    public const string File = "events/schema.json";

    /// <summary>How the file is written; a later form gets a higher number.</summary>
    private const int Format = 1;

    private SchemaBaseline(IReadOnlyList<BaselineEvent> events) => Events = events;

    public static SchemaBaseline Empty { get; } = new([]);

    /// <summary>The events in the order of their names.</summary>
    public IReadOnlyList<BaselineEvent> Events { get; }

    /// <summary>Whether a file is a project's baseline.</summary>
    public static bool Is(string path) => ("/" + path.Replace('\\', '/')).EndsWith("/" + File, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="MalformedTextException">The text is no baseline.</exception>
    public static SchemaBaseline Parse(string text)
    {
        var root = TreeReader.Read(text).AsObject("format", "events");
        if (root.Require("format") is not TreeNumber { Value: Format })
            throw MalformedTextException.At(root.Require("format"), $"only format {Format} is known here: use a package that is as new as the one that wrote the file");
        return new([.. root.Require("events").AsTable().Members.Select(Read).OrderBy(known => known.Name, StringComparer.Ordinal)]);
    }

    public BaselineEvent? Find(string name) => Events.FirstOrDefault(known => known.Name == name);

    public EventSchema? Find(string name, int version) => Find(name)?.Versions.FirstOrDefault(schema => schema.Version == version);

    /// <summary>The same with a version as it is now, all others left as they are.</summary>
    public SchemaBaseline With(EventSchema schema)
    {
        var known = Find(schema.Name) ?? new BaselineEvent(schema.Name, []);
        EventSchema[] versions = [.. known.Versions.Where(version => version.Version != schema.Version), schema];
        return new(
        [
            .. Events.Where(other => other.Name != schema.Name)
                .Append(known with { Versions = [.. versions.OrderBy(version => version.Version)] })
                .OrderBy(other => other.Name, StringComparer.Ordinal),
        ]);
    }

    public string ToText() => TreeWriter.Write(new(
    [
        new("format", new TreeNumber(Format)),
        new("events", new TreeObject([.. Events.Select(known => new TreeMember(known.Name, Write(known)))])),
    ]));

    private static BaselineEvent Read(TreeMember known)
    {
        var versions = known.Value.AsTable().Members.Select(version => SchemaReading.Read(known.Name, version)).OrderBy(version => version.Version);
        return new BaselineEvent(known.Name, [.. versions]) { Start = known.Start, Length = known.Length };
    }

    private static TreeObject Write(BaselineEvent known) => new(
        [.. known.Versions.Select(version => new TreeMember(version.Version.ToString(CultureInfo.InvariantCulture), new TreeObject([.. SchemaWriting.Of(version)])))]);
}

/// <summary>An event of the baseline.</summary>
/// <param name="Name">The stored name.</param>
/// <param name="Versions">Every version that was ever written there, in their order.</param>
internal sealed record BaselineEvent(string Name, IReadOnlyList<EventSchema> Versions)
{
    /// <summary>Where its name starts in the file, in characters.</summary>
    public int Start { get; init; }

    public int Length { get; init; }
}
