using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A type that handles events and cannot be continued by the generator.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NotPartialRule() : HandlingTypeRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.NotPartial,
        "Types that handle events, and the types around them, are partial",
        "{0} '{1}' cannot be continued by the generator: add 'partial' to {2}");

    protected override void Analyze(SymbolAnalysisContext context, HandlingType handling)
    {
        var missing = PartialShape.FindNonPartials(handling.Type).ToList();
        if (missing.Count > 0)
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, handling.Location, handling.Kind, handling.Type.Short(), string.Join(" and ", missing.Select(part => $"'{part.Name}'"))));
    }
}
