using System.Globalization;
using System.Text.Json;

namespace Foldstream.Testing;

/// <summary>Compares two JSON values as values: the order of members and the way in which a number is written make no difference.</summary>
internal static class JsonDifferences
{
    /// <summary>Each place where they differ, with both values.</summary>
    public static IReadOnlyList<string> Of(JsonElement expected, JsonElement actual)
    {
        var differences = new List<string>();
        Compare("", expected, actual, differences);
        return differences;
    }

    private static void Compare(string path, JsonElement? expected, JsonElement? actual, List<string> differences)
    {
        if (expected is { ValueKind: JsonValueKind.Object } expectedObject && actual is { ValueKind: JsonValueKind.Object } actualObject)
            CompareMembers(path, expectedObject, actualObject, differences);
        else if (expected is { ValueKind: JsonValueKind.Array } expectedItems && actual is { ValueKind: JsonValueKind.Array } actualItems)
            CompareItems(path, expectedItems, actualItems, differences);
        else if (!AreEqual(expected, actual))
            differences.Add($"{(path.Length == 0 ? "" : $"member '{path}': ")}expected {Text(expected)}, was {Text(actual)}");
    }

    private static void CompareMembers(string path, JsonElement expected, JsonElement actual, List<string> differences)
    {
        foreach (var member in expected.EnumerateObject())
            Compare(Join(path, member.Name), member.Value, Find(actual, member.Name), differences);
        foreach (var member in actual.EnumerateObject())
        {
            if (Find(expected, member.Name) is null)
                Compare(Join(path, member.Name), null, member.Value, differences);
        }
    }

    private static void CompareItems(string path, JsonElement expected, JsonElement actual, List<string> differences)
    {
        var (expectedCount, actualCount) = (expected.GetArrayLength(), actual.GetArrayLength());
        for (var index = 0; index < Math.Max(expectedCount, actualCount); index++)
        {
            Compare(
                string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"),
                index < expectedCount ? expected[index] : null,
                index < actualCount ? actual[index] : null,
                differences);
        }
    }

    private static bool AreEqual(JsonElement? expected, JsonElement? actual) =>
        expected is { } left && actual is { } right && left.ValueKind == right.ValueKind && left.ValueKind switch
        {
            JsonValueKind.String => left.GetString() == right.GetString(),
            JsonValueKind.Number => left.GetRawText() == right.GetRawText()
                || (left.TryGetDecimal(out var leftNumber) && right.TryGetDecimal(out var rightNumber) && leftNumber == rightNumber),
            _ => true,
        };

    private static JsonElement? Find(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : null;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Text(JsonElement? element) => element?.GetRawText() ?? "nothing";
}
