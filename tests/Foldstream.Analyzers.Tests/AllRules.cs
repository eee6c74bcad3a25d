using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers.Tests;

/// <summary>The rules and fixes as the compiler and an editor find them.</summary>
internal static class AllRules
{
    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } = [.. Create<DiagnosticAnalyzer>(typeof(RuleIds))];

    public static IReadOnlyList<CodeFixProvider> Fixes { get; } = [.. Create<CodeFixProvider>(typeof(CodeFixes.NotPartialFix))];

    public static IReadOnlyList<string> Ids { get; } = [.. typeof(RuleIds).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    private static IEnumerable<T> Create<T>(Type beside) => beside.Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
        .Select(type => (T)Activator.CreateInstance(type)!);
}
