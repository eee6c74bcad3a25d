using System.Text;
using Microsoft.CodeAnalysis;

namespace Foldstream.TestKit;

/// <summary>Compares the diagnostics that were reported with those that are marked.</summary>
internal static class Expectations
{
    public static void Check(string what, IReadOnlyList<MarkedSource> sources, IReadOnlyList<Diagnostic> reported)
    {
        var missing = sources.SelectMany(source => source.Expected).ToList();
        var unexpected = reported.Where(diagnostic => !missing.Remove(ExpectedDiagnostic.Like(diagnostic))).ToList();
        if (missing.Count == 0 && unexpected.Count == 0)
            return;

        var message = new StringBuilder($"The diagnostics of {what} are not as marked.\n");
        Append(message, "Expected, but not reported", missing.Select(expected => expected.Describe(sources)));
        Append(message, "Reported, but not expected", unexpected.Select(DiagnosticText.Of));
        Append(message, "All that was reported", reported.Select(DiagnosticText.Of));
        Assert.Fail(message.ToString());
    }

    private static void Append(StringBuilder message, string title, IEnumerable<string> lines)
    {
        var list = DiagnosticText.Lines(lines);
        message.Append(title).Append(list.Length == 0 ? ": none\n" : $":\n{list}");
    }
}
