using System.Globalization;
using System.Text;

namespace Foldstream.Benchmarks;

/// <summary>How a store grew, as Markdown.</summary>
internal static class ScaleSection
{
    public static string Of(ScaleResult result)
    {
        var text = new StringBuilder($"{result.Circumstances.Sentence}\n\n");
        text.Append($"| Events in the store | {Cells(result, (size, _) => size.Events.ToString("N0", CultureInfo.InvariantCulture))} | Most growth | Target | |\n");
        text.Append($"|---|{string.Concat(Enumerable.Repeat("--:|", result.Sizes.Count))}--:|--:|---|\n");
        foreach (var operation in result.Operations)
        {
            var growth = result.GrowthOf(operation);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {operation} | {Cells(result, (_, index) => new Measurement(result.CostOf(operation, index)).Time)} | {growth:0.00} | ≤ {ScaleResult.MostGrowth:0.00} | {Verdict.Of(growth <= ScaleResult.MostGrowth)} |\n");
        }

        var isBounded = result.Sizes.All(size => size.PeakHeapMegabytes <= ScaleResult.MostHeapMegabytes);
        text.Append($"| managed heap of a catch-up, at its peak | {Cells(result, (size, _) => Megabytes(size.PeakHeapMegabytes))} | | ≤ {Megabytes(ScaleResult.MostHeapMegabytes)} | {Verdict.Of(isBounded)} |\n");
        text.Append($"| working set of a catch-up, at its peak | {Cells(result, (size, _) => Megabytes(size.PeakWorkingSetMegabytes))} | | | |\n");
        return text.ToString();
    }

    private static string Cells(ScaleResult result, Func<ScaleSize, int, string> cell) => string.Join(" | ", result.Sizes.Select(cell));

    private static string Megabytes(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0} MB");
}
