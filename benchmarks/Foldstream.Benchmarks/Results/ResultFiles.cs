using System.Text.Json;
using System.Text.Json.Serialization;

namespace Foldstream.Benchmarks;

/// <summary>The last results, as the documentation gives them: one file for each suite, and one for each store that grew.</summary>
internal static class ResultFiles
{
    public const string Folder = "benchmarks/results";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Writes results into one file, wherever it is.</summary>
    public static void Write(string file, IReadOnlyList<SuiteResult> results, IReadOnlyList<ScaleResult> growths) =>
        File.WriteAllText(file, JsonSerializer.Serialize(new { Suites = results, Scale = growths }, Json));

    /// <summary>Makes results those of the documentation.</summary>
    public static void Keep(IReadOnlyList<SuiteResult> results, IReadOnlyList<ScaleResult> growths)
    {
        Directory.CreateDirectory(Repository.PathOf(Folder));
        foreach (var result in results)
            File.WriteAllText(FileOf(result.Suite), JsonSerializer.Serialize(result, Json) + "\n");
        foreach (var growth in growths)
            File.WriteAllText(FileOf($"scale-{growth.Store}"), JsonSerializer.Serialize(growth, Json) + "\n");
    }

    /// <summary>The results of a suite; null where there are none yet.</summary>
    public static SuiteResult? Suite(string suite) => Read<SuiteResult>(suite);

    /// <summary>How a store grew; null where that was not measured yet.</summary>
    public static ScaleResult? Scale(string store) => Read<ScaleResult>($"scale-{store}");

    private static T? Read<T>(string name)
        where T : class => File.Exists(FileOf(name)) ? JsonSerializer.Deserialize<T>(File.ReadAllText(FileOf(name)), Json) : null;

    private static string FileOf(string name) => Repository.PathOf($"{Folder}/{name}.json");
}
