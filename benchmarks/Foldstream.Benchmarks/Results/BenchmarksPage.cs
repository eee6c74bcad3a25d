namespace Foldstream.Benchmarks;

/// <summary>Writes the measured parts of docs/benchmarks.md and of the README, and the plot, of the results that are kept.</summary>
internal static class BenchmarksPage
{
    public static void Write()
    {
        Edit("docs/benchmarks.md", page =>
        {
            foreach (var suite in Suites.ByName.Keys)
            {
                if (ResultFiles.Suite(suite) is { } result)
                    page = MarkedText.Replace(page, suite, SuiteSection.Of(result));
            }

            foreach (var growth in Growths())
                page = MarkedText.Replace(page, $"{ScaleSuite.Name}-{growth.Store}", ScaleSection.Of(growth));
            return page;
        });
        Edit("README.md", page => MarkedText.Replace(page, "benchmarks", ReadmeTable.Of(ResultFiles.Suite("sqlite"), ResultFiles.Suite("postgres"))));
        if (Growths() is { Count: > 0 } growths)
            ScalePlot.Write(Repository.PathOf("docs/scale.svg"), growths);
    }

    private static List<ScaleResult> Growths() => [.. ScaleSuite.Stores.Select(ResultFiles.Scale).OfType<ScaleResult>()];

    private static void Edit(string page, Func<string, string> edit)
    {
        var path = Repository.PathOf(page);
        File.WriteAllText(path, edit(File.ReadAllText(path).ReplaceLineEndings("\n")));
    }
}
