namespace Foldstream.Benchmarks;

/// <summary>What one operation costs at one size of a store.</summary>
internal sealed record ScaleCost(string Operation, double Nanoseconds);
