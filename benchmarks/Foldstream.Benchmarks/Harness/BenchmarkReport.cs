using System.Text.Json;

namespace Foldstream.Benchmarks;

/// <summary>Writes the results of a suite as JSON.</summary>
internal static class BenchmarkReport
{
    public static async Task WriteAsync(string file, string suite, IReadOnlyList<Comparison> comparisons)
    {
        await using var stream = File.Create(file);
        await using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteString("suite", suite);
        writer.WriteStartArray("workloads");
        foreach (var comparison in comparisons)
        {
            writer.WriteStartObject();
            writer.WriteString("name", comparison.Name);
            writer.WriteNumber("ratio", comparison.Ratio);
            writer.WriteNumber("cpuRatio", comparison.CpuRatio);
            writer.WriteNumber("floorNanoseconds", comparison.Floor.Nanoseconds);
            writer.WriteNumber("toolkitNanoseconds", comparison.Toolkit.Nanoseconds);
            writer.WriteNumber("floorBytes", comparison.Floor.Bytes);
            writer.WriteNumber("toolkitBytes", comparison.Toolkit.Bytes);
            if (comparison.RawRatio is { } raw)
                writer.WriteNumber("rawRatio", raw);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
