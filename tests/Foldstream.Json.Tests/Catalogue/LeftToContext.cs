using System.Text.Json;
using System.Text.Json.Serialization;

namespace Foldstream.Json.Tests;

/// <summary>Keeps what it does not know, which generated code cannot.</summary>
public sealed class Loose
{
    public int Number { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

[Event("left-to-a-context")]
public sealed record LeftToContext(
    SortedSet<string> Tags, Queue<int>? Queue, List<Queue<int>?> Queues, Dictionary<DateOnly, decimal> Rates, KeyValuePair<string, int> Pair, KeyValuePair<string, int>? Maybe, Loose Loose, Money Money);

[Event("json-elements")]
public sealed record JsonElements(JsonElement Element, JsonElement? Maybe, JsonElement[] All);
