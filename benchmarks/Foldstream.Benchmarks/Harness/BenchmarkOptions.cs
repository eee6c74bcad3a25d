namespace Foldstream.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Suite">Which suite.</param>
/// <param name="Quick">Fewer and shorter rounds over less data.</param>
/// <param name="JsonFile">Where to write the results too; null for nowhere.</param>
/// <param name="Only">What the name of a workload must contain to be measured.</param>
internal sealed record BenchmarkOptions(string Suite, bool Quick, string? JsonFile, string Only = "")
{
    /// <summary>How often floor and toolkit are measured in turn.</summary>
    public int Rounds => Quick ? 5 : 15;

    /// <summary>How long one measurement of one side takes, about.</summary>
    public TimeSpan RoundTime => TimeSpan.FromMilliseconds(Quick ? 100 : 400);

    /// <summary>How long each side runs before it is measured, at the least: long enough for the JIT to have compiled for good what counts.</summary>
    public TimeSpan WarmUp => TimeSpan.FromMilliseconds(Quick ? 300 : 1500);

    /// <summary>The options; null where the arguments are not of the form that the usage gives.</summary>
    public static BenchmarkOptions? Parse(string[] arguments)
    {
        var options = arguments is [var suite, ..] ? new BenchmarkOptions(suite, false, null) : null;
        for (var index = 1; index < arguments.Length && options is not null; index++)
        {
            options = arguments[index] switch
            {
                "--quick" => options with { Quick = true },
                "--json" when index + 1 < arguments.Length => options with { JsonFile = arguments[++index] },
                "--only" when index + 1 < arguments.Length => options with { Only = arguments[++index] },
                _ => null,
            };
        }

        return options;
    }
}
