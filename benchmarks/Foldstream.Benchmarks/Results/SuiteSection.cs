using System.Globalization;
using System.Text;

namespace Foldstream.Benchmarks;

/// <summary>One suite's results as Markdown.</summary>
internal static class SuiteSection
{
    public static string Of(SuiteResult result)
    {
        var text = new StringBuilder($"{result.Circumstances.Sentence}\n\n");
        text.Append("| Workload | floor-same | Foldstream | Ratio | Target | | Ratio to floor-raw | floor-same, B/op | Foldstream, B/op | Target, B/op | |\n");
        text.Append("|---|--:|--:|--:|--:|---|--:|--:|--:|--:|---|\n");
        foreach (var comparison in result.Workloads)
            text.Append(Row(comparison)).Append('\n');
        if (result.Readings.Count == 0)
            return text.ToString();
        text.Append("\n| Beside | | Target | |\n|---|--:|--:|---|\n");
        foreach (var reading in result.Readings)
            text.Append(Row(reading)).Append('\n');
        return text.ToString();
    }

    private static string Row(Comparison of) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {of.Name} | {of.Floor.Time} | {of.Toolkit.Time} | {of.Ratio:0.00} | {Least(of.Target?.Ratio)} | {Verdict.Of(of.IsRatioMet)} | {of.RawRatio:0.00} | {of.Floor.Bytes:0} | {of.Toolkit.Bytes:0} | {Most(of.MostBytes)} | {Verdict.Of(of.AreBytesMet)} |");

    private static string Row(Reading of) => string.Create(
        CultureInfo.InvariantCulture, $"| {of.Name} | {of.Value:0.##} {of.Unit} | {Most(of.AtMost)} | {Verdict.Of(of.IsMet)} |");

    private static string Least(double? value) => value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"≥ {value:0.00}");

    private static string Most(double? value) => value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"≤ {value:0}");
}
