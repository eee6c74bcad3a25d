using System.Globalization;

namespace Foldstream.Benchmarks;

/// <summary>How the cost of work and the memory of a catch-up followed the size of one store.</summary>
/// <param name="Store">The store.</param>
/// <param name="Circumstances">When, where and of what it was measured.</param>
/// <param name="Sizes">What was measured at each size, the smallest first.</param>
internal sealed record ScaleResult(string Store, Circumstances Circumstances, IReadOnlyList<ScaleSize> Sizes)
{
    /// <summary>The target: an operation costs no more than this times what it costs in the smallest store.</summary>
    public const double MostGrowth = 1.3;

    /// <summary>The target: a catch-up never has a larger managed heap.</summary>
    public const double MostHeapMegabytes = 64;

    public IEnumerable<string> Operations => Sizes[0].Costs.Select(cost => cost.Operation);

    /// <summary>The target of each operation and of the memory, and what came of it.</summary>
    public IReadOnlyList<Reading> Targets =>
    [
        .. Operations.Select(operation => new Reading($"{operation}, most growth", GrowthOf(operation), "x", MostGrowth)),
        new Reading("managed heap of a catch-up", Sizes.Max(size => size.PeakHeapMegabytes), "MB", MostHeapMegabytes),
    ];

    public IEnumerable<string> Lines() => Targets.Select(target => target.ToString())
        .Concat(Operations.Select(operation => string.Create(CultureInfo.InvariantCulture, $"growth {Store}/{operation.Replace(' ', '-')} {GrowthOf(operation):0.000}")));

    public double CostOf(string operation, int size) => Sizes[size].Costs.First(cost => cost.Operation == operation).Nanoseconds;

    /// <summary>What an operation costs at a size, relative to the smallest.</summary>
    public double Relative(string operation, int size) => CostOf(operation, size) / CostOf(operation, 0);

    /// <summary>The most of that at any size.</summary>
    public double GrowthOf(string operation) => Enumerable.Range(1, Sizes.Count - 1).Max(size => Relative(operation, size));
}
