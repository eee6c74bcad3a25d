using System.Globalization;
using Foldstream.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers.Tests;

/// <summary>What the baseline's rule says of code.</summary>
internal static class Findings
{
    public static async Task<IReadOnlyList<Diagnostic>> OfAsync(CompileOptions options, string code)
    {
        var run = Compile.Generate(options, "global using Foldstream;\nglobal using System.Text.Json.Serialization;\n" + code).AssertCompiles();
        var files = options.AdditionalFiles.Select(file => (AdditionalText)new FileBesideCode(file));
        var found = await run.Output
            .WithAnalyzers([new BaselineRule()], new AnalyzerOptions([.. files]))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan).ThenBy(finding => finding.Id, StringComparer.Ordinal)];
    }

    public static string Message(this Diagnostic finding) => finding.GetMessage(CultureInfo.InvariantCulture);
}
