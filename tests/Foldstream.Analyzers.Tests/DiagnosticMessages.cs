using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers.Tests;

internal static class DiagnosticMessages
{
    public static IEnumerable<string> Messages(this IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture));
}
