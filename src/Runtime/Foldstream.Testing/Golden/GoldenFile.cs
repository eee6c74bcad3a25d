using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Foldstream.Testing;

/// <summary>A recorded payload: <c>money-deposited.v1.json</c>.</summary>
internal sealed partial class GoldenFile(string path)
{
    public string Name { get; } = Path.GetFileName(path);

    public static IReadOnlyList<GoldenFile> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => new GoldenFile(path))];

    /// <summary>The name of the file with an event's payload; the build names it in the same way.</summary>
    public static string NameOf(EventType type) => string.Create(CultureInfo.InvariantCulture, $"{Escape(type.Name)}.v{type.Version}.json");

    /// <summary>The definition of the event whose name the file has; null where the model knows none.</summary>
    public EventDefinition? FindDefinition(EventModel model) =>
        Pattern().Match(Name) is { Success: true } match
            ? model.Definitions.FirstOrDefault(definition => Escape(definition.Type.Name) == match.Groups["name"].Value)
            : null;

    /// <summary>Why the payload does not load; null where it does.</summary>
    public GoldenFailure? FindFailure(EventModel model)
    {
        if (!Pattern().IsMatch(Name))
            return new GoldenFailure(Name, "is not called '{stored name}.v{version}.json', as payloads of events are");
        if (FindDefinition(model) is not { } definition)
            return new GoldenFailure(Name, "belongs to no event of the model: bring the event back, or remove the file if the event was never stored");
        try
        {
            _ = model.Decode(Record(definition));
            return null;
        }
        catch (FoldstreamException exception)
        {
            return new GoldenFailure(Name, exception.Message);
        }
    }

    private RecordedEvent Record(EventDefinition definition) => new()
    {
        Stream = new StreamId("golden", Name),
        Version = 0,
        Position = null,
        Id = Guid.Empty,
        Type = new EventType(definition.Type.Name, int.Parse(Pattern().Match(Name).Groups["version"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)),
        Data = File.ReadAllBytes(path),
        OccurredAt = DateTimeOffset.UnixEpoch,
        RecordedAt = DateTimeOffset.UnixEpoch,
    };

    // What a file system may refuse is written as its UTF-8 in hexadecimal.
    private static string Escape(string name)
    {
        var escaped = new StringBuilder(name.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || unit is (byte)'-' or (byte)'_' or (byte)'.')
                escaped.Append((char)unit);
            else
                escaped.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"^(?<name>.+)\.v(?<version>[1-9][0-9]{0,8})\.json$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
