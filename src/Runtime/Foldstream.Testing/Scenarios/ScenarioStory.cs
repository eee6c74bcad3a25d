using System.Globalization;

namespace Foldstream.Testing;

/// <summary>Writes what happened in a scenario.</summary>
internal static class ScenarioStory
{
    public static string Of(string title, IEnumerable<ScenarioEvent> events)
    {
        string[] lines = [.. events.Select((item, index) => string.Create(CultureInfo.InvariantCulture, $"  {index} {item}"))];
        return $"{title}:\n{(lines.Length == 0 ? "  nothing" : string.Join('\n', lines))}";
    }

    public static string Of(Exception error) => $"{error.GetType().Name}: {error.Message}";

    public static StoredEvent Stored(StreamId stream, EventData data) => new(
        stream, 0, null, Guid.Empty, data.Type, data.Data.Span, TestClock.Start, TestClock.Start, []);
}
