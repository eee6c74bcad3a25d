using System.Globalization;

namespace Foldstream.Benchmarks;

/// <summary>What was measured at one size of a store.</summary>
/// <param name="Events">How many events it holds.</param>
/// <param name="SeedSeconds">How long it took to come to this size from the one before.</param>
/// <param name="Costs">What each operation costs.</param>
/// <param name="PeakHeapMegabytes">The largest managed heap while a projection went through all events.</param>
/// <param name="PeakWorkingSetMegabytes">The largest working set then, native memory included.</param>
internal sealed record ScaleSize(int Events, double SeedSeconds, IReadOnlyList<ScaleCost> Costs, double PeakHeapMegabytes, double PeakWorkingSetMegabytes)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Events,10} events, seeded in {SeedSeconds:0.0} s: {string.Join(", ", Costs.Select(cost => $"{cost.Operation} {new Measurement(cost.Nanoseconds).Time}"))}; heap {PeakHeapMegabytes:0} MB, working set {PeakWorkingSetMegabytes:0} MB");
}
