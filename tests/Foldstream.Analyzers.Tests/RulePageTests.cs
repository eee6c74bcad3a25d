using Foldstream.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers.Tests;

public sealed class RulePageTests
{
    public static TheoryData<string> Ids => [.. AllRules.Ids];

    [Fact]
    public void Every_id_has_one_rule_and_every_page_an_id()
    {
        Assert.Equal(AllRules.Ids.Order(), AllRules.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Order());
        Assert.Equal(AllRules.Ids.Order(), Directory.EnumerateFiles(RulePage.Folder, "FS*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_shown_on_the_command_line_and_links_to_its_page(string id)
    {
        var rule = Descriptor(id);

        Assert.True(rule.DefaultSeverity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning);
        Assert.Contains($"\n\n{rule.DefaultSeverity}. ", new RulePage(id).Text, StringComparison.Ordinal);
        Assert.True(rule.IsEnabledByDefault);
        Assert.Equal($"https://github.com/foldstream/foldstream/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.Equal([$"{id}: {rule.Title}", "Cause", "Why", "Fix", "How to suppress"], new RulePage(id).Headings);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_listed_in_a_release_and_its_page_tells_of_its_fix(string id)
    {
        var hasFix = AllRules.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(id));
        var sources = Path.Combine(RulePage.Root(), "src", "Analyzers", "Foldstream.Analyzers");
        var releases = File.ReadAllText(Path.Combine(sources, "AnalyzerReleases.Shipped.md")) + File.ReadAllText(Path.Combine(sources, "AnalyzerReleases.Unshipped.md"));

        Assert.Contains(hasFix ? "An editor offers a fix." : "There is no automatic fix.", new RulePage(id).Text);
        Assert.Contains($"\n{id} | Foldstream | {Descriptor(id).DefaultSeverity} | ", releases);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_code_on_a_page_breaks_the_rule_first_and_is_right_then(string id)
    {
        // What is wrong there is the project that is referred to, not the code.
        if (id == RuleIds.MissingConverter)
            return;
        var page = new RulePage(id);
        Assert.Equal(2, page.Code.Count);

        // The generated event model is named by the assembly, which the page says.
        var options = id == RuleIds.TakenModelName ? RuleTestDefaults.Options with { AssemblyName = "Bank", RootNamespace = "Bank" } : RuleTestDefaults.Options;

        Assert.Equal([id], (await AnalyzeAsync(WithBaseline(options, page.Baselines[0]), page.Code[0])).Findings);
        var right = await AnalyzeAsync(WithBaseline(options, page.Baselines[1]), page.Code[1]);
        Assert.Empty(right.Findings);
        right.Run.AssertCompiles();
    }

    private static DiagnosticDescriptor Descriptor(string id) =>
        AllRules.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Single(rule => rule.Id == id);

    private static CompileOptions WithBaseline(CompileOptions options, string? baseline) =>
        baseline is null ? options : options with { AdditionalFiles = [Baselines.File(baseline)] };

    private static async Task<(GeneratorRun Run, IEnumerable<string> Findings)> AnalyzeAsync(CompileOptions options, string code)
    {
        var run = Compile.Generate(options, "global using Foldstream;", code);
        var files = new AnalyzerOptions([.. options.AdditionalFiles.Select(file => new FileBesideCode(file))]);
        var findings = await run.Output.WithAnalyzers([.. AllRules.Analyzers], files).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return (run, findings.Select(finding => finding.Id).Distinct(StringComparer.Ordinal));
    }
}
