using Microsoft.CodeAnalysis;

namespace Foldstream.Benchmarks;

/// <summary>What the generators add to a keystroke, against a generator that only reads the same symbols.</summary>
internal static class GeneratorSuite
{
    public static IEnumerable<Workload> Workloads()
    {
        foreach (var events in new[] { 100, 1000 })
        {
            yield return Compare($"cold run at {events} events", events, static solution => solution.RunCold());
            yield return Compare($"unrelated edit at {events} events", events, static solution => solution.EditUnrelated());
            yield return Compare($"handler edit at {events} events", events, static solution => solution.EditHandler());
        }
    }

    private static Workload Compare(string name, int events, Action<SampleSolution> edit)
    {
        var probe = new SampleSolution(events, new ProbeGenerator());
        var toolkit = new SampleSolution(events, Foldstream());
        return new Workload(name, Times(probe), Times(toolkit));

        Action<int> Times(SampleSolution solution) => count =>
        {
            for (var index = 0; index < count; index++)
                edit(solution);
        };
    }

    // All that the package brings, whatever comes to it.
    private static IIncrementalGenerator[] Foldstream() =>
    [
        .. typeof(Generators.AggregateGenerator).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(GeneratorAttribute), inherit: false))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (IIncrementalGenerator)Activator.CreateInstance(type)!),
    ];
}
