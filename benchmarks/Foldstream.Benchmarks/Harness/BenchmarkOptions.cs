namespace Foldstream.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Suite">Which suite, or all of them.</param>
/// <param name="Quick">Fewer and shorter rounds over less data.</param>
/// <param name="Long">Stores of up to ten million events.</param>
/// <param name="Docs">Whether the results become those of the documentation.</param>
/// <param name="JsonFile">Where to write the results too; null for nowhere.</param>
/// <param name="Only">What the name of a workload, or of a store that grows, must contain to be measured.</param>
internal sealed record BenchmarkOptions(string Suite, bool Quick = false, bool Long = false, bool Docs = false, string? JsonFile = null, string Only = "")
{
    /// <summary>How often floor and toolkit are measured in turn.</summary>
    public int Rounds => Quick ? 5 : 15;

    /// <summary>How long one measurement of one side takes, about.</summary>
    public TimeSpan RoundTime => TimeSpan.FromMilliseconds(Quick ? 80 : 400);

    /// <summary>How long each side runs before it is measured, at the least: long enough for the JIT to have compiled for good what counts.</summary>
    public TimeSpan WarmUp => TimeSpan.FromMilliseconds(Quick ? 250 : 1500);

    /// <summary>Whether something of this name is to be measured.</summary>
    public bool Wants(string name) => name.Contains(Only, StringComparison.Ordinal);

    /// <summary>The options; null where the arguments are not of the form that the usage gives.</summary>
    public static BenchmarkOptions? Parse(string[] arguments)
    {
        var options = arguments is [var suite, ..] ? new BenchmarkOptions(suite) : null;
        for (var index = 1; index < arguments.Length && options is not null; index++)
        {
            options = arguments[index] switch
            {
                "--quick" => options with { Quick = true },
                "--long" => options with { Long = true },
                "--docs" => options with { Docs = true },
                "--json" when index + 1 < arguments.Length => options with { JsonFile = arguments[++index] },
                "--only" when index + 1 < arguments.Length => options with { Only = arguments[++index] },
                _ => null,
            };
        }

        return options is { IsPartial: true, Docs: true } ? null : options;
    }

    // A part of a suite would leave the rest of its tables empty; stores grow one by one, each into a table of its own.
    private bool IsPartial => Only.Length > 0 && Suite != ScaleSuite.Name;
}
