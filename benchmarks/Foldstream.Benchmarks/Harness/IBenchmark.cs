namespace Foldstream.Benchmarks;

/// <summary>Something that floor and toolkit do in turn, and that is compared.</summary>
internal interface IBenchmark
{
    /// <summary>What is done.</summary>
    string Name { get; }

    /// <summary>Measures both sides.</summary>
    Comparison Compare(BenchmarkOptions options);
}
