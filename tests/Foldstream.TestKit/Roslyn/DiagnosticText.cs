using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Foldstream.TestKit;

/// <summary>Diagnostics as a person reads them: <c>File.cs(3,14)-(3,21): error FS0001: message</c>.</summary>
internal static class DiagnosticText
{
    public static string Of(Diagnostic diagnostic) =>
        $"{Position(diagnostic.Location)}: {Severity(diagnostic)} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    public static string Position(Location location) => Position(location.GetLineSpan());

    public static string Position(FileLinePositionSpan span) => span.IsValid
        ? $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})-({span.EndLinePosition.Line + 1},{span.EndLinePosition.Character + 1})"
        : "(no location)";

    public static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"  {line}\n"));

    public static IEnumerable<Diagnostic> InSourceOrder(this IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.Location.SourceSpan)
        .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal);

    private static string Severity(Diagnostic diagnostic) => diagnostic.Severity.ToString().ToLowerInvariant();
}
