using System.Text;
using System.Text.Json;

namespace Foldstream.Testing;

/// <summary>An event of a scenario in its stored form.</summary>
internal sealed record ScenarioEvent(EventType Type, ReadOnlyMemory<byte> Json)
{
    /// <summary>How it differs from another one; empty where it does not.</summary>
    public IReadOnlyList<string> DifferencesFrom(ScenarioEvent actual)
    {
        if (Type != actual.Type)
            return [$"expected event '{Type}', was '{actual.Type}'"];
        using var expectedJson = JsonDocument.Parse(Json);
        using var actualJson = JsonDocument.Parse(actual.Json);
        return JsonDifferences.Of(expectedJson.RootElement, actualJson.RootElement);
    }

    public override string ToString() => $"{Type} {Encoding.UTF8.GetString(Json.Span)}";
}
