namespace Foldstream.Benchmarks;

/// <summary>Whole processes, from start to end: the time until the first append and load have been done, on either side.</summary>
/// <param name="Name">How they are compiled.</param>
/// <param name="Floor">The process by hand, with the same guarantees.</param>
/// <param name="Toolkit">The process of the toolkit.</param>
internal sealed record ColdStart(string Name, WholeProcess Floor, WholeProcess Toolkit) : IBenchmark
{
    public Comparison Compare(BenchmarkOptions options)
    {
        var floor = new List<Measurement>();
        var toolkit = new List<Measurement>();
        // The first round makes the store, and brings the programs into the system's memory.
        for (var round = 0; round <= options.Rounds; round++)
        {
            var isFloorFirst = round % 2 == 0;
            var first = Measure(isFloorFirst ? Floor : Toolkit);
            var second = Measure(isFloorFirst ? Toolkit : Floor);
            if (round == 0)
                continue;
            floor.Add(isFloorFirst ? first : second);
            toolkit.Add(isFloorFirst ? second : first);
        }

        return Comparison.Of(Name, floor, toolkit, [], null);
    }

    private static Measurement Measure(WholeProcess process) => new(process.Time().TotalNanoseconds);
}
