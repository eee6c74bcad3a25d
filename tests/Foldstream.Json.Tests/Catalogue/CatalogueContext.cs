using System.Text.Json;
using System.Text.Json.Serialization;
using Foldstream;
using Foldstream.Json.Tests;

#region context
[assembly: EventJson(typeof(CatalogueContext))]

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SortedSet<string>))]
[JsonSerializable(typeof(Queue<int>))]
[JsonSerializable(typeof(Dictionary<DateOnly, decimal>))]
[JsonSerializable(typeof(KeyValuePair<string, int>))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Loose))]
[JsonSerializable(typeof(Money))]
internal sealed partial class CatalogueContext : JsonSerializerContext;
#endregion
