using System.Globalization;
using System.Text;

namespace Foldstream.Benchmarks;

/// <summary>The few lines of the README: ratios of the workloads that tell most.</summary>
internal static class ReadmeTable
{
    // A row of the page for each, by the same name.
    private static readonly string[] Workloads =
    [
        "append 1 with 1 caller",
        "append 1 with 32 callers",
        "append 1 with 256 callers at about 1 ms a commit",
        "append 10 with 8 callers",
        "load and fold 1000",
        "command with 16 callers",
        "catch up single-stream",
        "rebuild counter",
        "cold start AOT",
    ];

    public static string Of(SuiteResult? sqlite, SuiteResult? postgres)
    {
        var text = new StringBuilder("| Workload | SQLite | PostgreSQL | Target |\n|---|--:|--:|--:|\n");
        foreach (var workload in Workloads)
        {
            var (one, other) = (sqlite?.Find(workload), postgres?.Find(workload));
            // Not every run has every workload.
            if ((one ?? other) is not null)
                text.Append(CultureInfo.InvariantCulture, $"| {workload} | {Cell(one)} | {Cell(other)} | {Target(one, other)} |\n");
        }

        return text.ToString();
    }

    private static string Cell(Comparison? of) =>
        of is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{of.Ratio:0.00}{(of.IsRatioMet == false ? " missed" : "")}");

    private static string Target(Comparison? one, Comparison? other)
    {
        var targets = new[] { one, other }.OfType<Comparison>().Select(Target).Distinct().ToList();
        return string.Join(" / ", targets.Count > 1 ? targets.Select(target => target.Length == 0 ? "none" : target) : targets);
    }

    private static string Target(Comparison of) => of.Target?.Ratio is { } least ? string.Create(CultureInfo.InvariantCulture, $"≥ {least:0.00}") : "";
}
