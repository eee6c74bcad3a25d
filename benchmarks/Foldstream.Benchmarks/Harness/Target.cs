namespace Foldstream.Benchmarks;

/// <summary>What a workload is to reach; what is null has no target.</summary>
/// <param name="Ratio">At least this throughput relative to the floor's.</param>
/// <param name="BytesOfFloor">At the most this allocation relative to the floor's.</param>
/// <param name="Bytes">At the most this allocation.</param>
internal sealed record Target(double? Ratio = null, double? BytesOfFloor = null, double? Bytes = null)
{
    /// <summary>How much an operation may allocate, given what it allocates by hand.</summary>
    public double? MostBytes(double? floor) => Bytes ?? (BytesOfFloor * floor);
}
