using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>Describes rules: one category, a page each.</summary>
internal static class Describe
{
    private const string Pages = "https://github.com/foldstream/foldstream/blob/main/docs/rules/";

    /// <summary>A rule about what would fail, or lose something, at run time.</summary>
    public static DiagnosticDescriptor Error(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Error);

    /// <summary>A rule about what is right only as long as somebody takes care.</summary>
    public static DiagnosticDescriptor Warning(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity) => new(
        id, title, message, "Foldstream", severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}{id}.md");
}
