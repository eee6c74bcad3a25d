using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.DocsTests;

/// <summary>The tables of rules, as the descriptors of the analyzers and the fixes have them.</summary>
internal static class RuleTables
{
    // Ids are given in blocks, one for each subject; the number is the last of its block.
    private static readonly (int Last, string Subject)[] Subjects =
    [
        (19, "Events, aggregates and deciders are what the generator can serve"),
        (25, "Every stored version of an event leads to the newest"),
        (34, "Handlers are pure, and state changes by events only"),
        (38, "Declared sets and generated names are unambiguous"),
        (49, "A change of what handlers do is noticed"),
        (59, "What is stored keeps to the schema baseline"),
        (69, "Stores are used so that nothing gets lost"),
        (79, "Projections have keys, names and fields of their own"),
        (89, "Subscriptions and projectors have the handlers that they need"),
        (99, "What a snapshot or document keeps can be kept"),
    ];

    private static readonly IReadOnlyList<DiagnosticDescriptor> Rules =
        [.. Create<DiagnosticAnalyzer>("Foldstream.Analyzers").SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    private static readonly HashSet<string> Fixable =
        [.. Create<CodeFixProvider>("Foldstream.CodeFixes").SelectMany(fix => fix.FixableDiagnosticIds)];

    public static IEnumerable<string> Ids => Rules.Select(rule => rule.Id);

    /// <summary>Every rule, under the heading of its subject.</summary>
    public static string Full() => string.Join("\n\n", BySubjects().Select(group =>
        $"## {group.Subject}\n\n| Rule | What holds | Severity | Fix |\n|---|---|---|---|\n" + string.Join('\n', group.Rules.Select(Row))));

    /// <summary>A line for each subject: how many rules, and where they are.</summary>
    public static string BySubject()
    {
        var rows = BySubjects().Select(group =>
            $"| {group.Subject} | {Range(group.Rules)} | {Count(group.Rules, DiagnosticSeverity.Error)} | {Count(group.Rules, DiagnosticSeverity.Warning)} | {group.Rules.Count(HasFix)} |");
        var sum = $"| together | | {Count(Rules, DiagnosticSeverity.Error)} | {Count(Rules, DiagnosticSeverity.Warning)} | {Rules.Count(HasFix)} |";
        return "| What holds | Rules | Errors | Warnings | With a fix |\n|---|---|---|---|---|\n" + string.Join('\n', rows.Append(sum));
    }

    private static IEnumerable<(string Subject, IReadOnlyList<DiagnosticDescriptor> Rules)> BySubjects() =>
        from rule in Rules
        group rule by Subjects.First(subject => Number(rule) <= subject.Last) into rules
        select (rules.Key.Subject, (IReadOnlyList<DiagnosticDescriptor>)[.. rules]);

    private static string Row(DiagnosticDescriptor rule) =>
        $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity.ToString().ToLowerInvariant()} | {(HasFix(rule) ? "yes" : "no")} |";

    private static string Range(IReadOnlyList<DiagnosticDescriptor> rules) =>
        string.Join(" to ", rules.Select(Link).Where((_, index) => index == 0 || index == rules.Count - 1));

    private static string Link(DiagnosticDescriptor rule) => $"[{rule.Id}](docs/rules/{rule.Id}.md)";

    private static int Count(IEnumerable<DiagnosticDescriptor> rules, DiagnosticSeverity severity) => rules.Count(rule => rule.DefaultSeverity == severity);

    private static bool HasFix(DiagnosticDescriptor rule) => Fixable.Contains(rule.Id);

    private static int Number(DiagnosticDescriptor rule) => int.Parse(rule.Id.AsSpan("FS".Length), CultureInfo.InvariantCulture);

    private static IEnumerable<T> Create<T>(string assembly) => Assembly.Load(assembly).GetTypes()
        .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
        .Select(type => (T)Activator.CreateInstance(type)!);
}
