using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>Describes rules: one category, a page each.</summary>
internal static class Describe
{
    private const string Pages = "https://github.com/foldstream/foldstream/blob/main/docs/rules/";

    public static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id, title, message, "Foldstream", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: $"{Pages}{id}.md");
}
