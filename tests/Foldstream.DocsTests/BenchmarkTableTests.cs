namespace Foldstream.DocsTests;

/// <summary>The benchmark table of the README is what the page of the benchmarks says.</summary>
public sealed class BenchmarkTableTests
{
    private const int Ratio = 3;
    private const int Verdict = 5;

    [Fact]
    public void Every_figure_of_the_readme_is_that_of_the_page()
    {
        var rows = Rows(Repository.Read("README.md"), "benchmarks");
        var page = Repository.Read("docs/benchmarks.md");
        var (sqlite, postgres) = (Rows(page, "sqlite"), Rows(page, "postgres"));
        Assert.InRange(rows.Count, 8, 12);
        Assert.All(rows, row => Assert.Equal((row[0], Cell(sqlite, row[0]), Cell(postgres, row[0])), (row[0], row[1], row[2])));
    }

    [Fact]
    public void Cells_of_a_marked_table_are_read() => Assert.Equal(
        [["append", "a us", "b us", "0.94", "≥ 0.95", "missed"]],
        Rows("<!-- measured: x -->\nMeasured.\n\n| Workload | A | B | Ratio | Target | |\n|---|--:|--:|--:|--:|---|\n| append | a us | b us | 0.94 | ≥ 0.95 | missed |\n<!-- end: x -->\n", "x"));

    [Fact]
    public void A_missed_target_is_told_in_the_cell() => Assert.Equal(
        ["0.94 missed", "1.20", ""], ((string[])["one", "two", "three"]).Select(workload => Cell([["one", "", "", "0.94", "≥ 0.95", "missed"], ["two", "", "", "1.20", "", ""]], workload)));

    private static string Cell(List<string[]> table, string workload) =>
        table.Find(row => row[0] == workload) is { } found ? $"{found[Ratio]} {(found[Verdict] == "missed" ? "missed" : "")}".Trim() : "";

    /// <summary>The rows of the first table of what the program wrote under a name.</summary>
    private static List<string[]> Rows(string page, string name)
    {
        var marked = page.Split($"<!-- measured: {name} -->")[1].Split($"<!-- end: {name} -->")[0];
        return
        [
            .. marked.Split('\n').SkipWhile(line => !line.StartsWith("|--", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
        ];
    }
}
