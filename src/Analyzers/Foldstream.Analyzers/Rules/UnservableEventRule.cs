using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A type that is marked as an event and cannot be one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnservableEventRule() : EventRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.UnservableEvent,
        "Events are concrete types that generated code can name",
        "'{0}' cannot be an event: {1}");

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol @event, AttributeData attribute)
    {
        var problem = EventShape.FindProblem(@event);
        if (problem != TypeProblem.None)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.MarkedType(@event), @event.Short(), problem.Explain()));
    }
}
