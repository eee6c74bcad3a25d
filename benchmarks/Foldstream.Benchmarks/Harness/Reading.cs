using System.Globalization;

namespace Foldstream.Benchmarks;

/// <summary>A figure that is told beside the workloads and has no floor.</summary>
/// <param name="Name">What was read.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">In what.</param>
/// <param name="AtMost">The target: no more than this; null where there is none.</param>
internal sealed record Reading(string Name, double Value, string Unit, double? AtMost = null)
{
    /// <summary>Whether the target is met; null where there is none.</summary>
    public bool? IsMet => AtMost is { } most ? Value <= most : null;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name}: {Value:0.##} {Unit}{(AtMost is { } most ? $" (target at most {most:0.##}: {Verdict.Of(IsMet)})" : "")}");
}
