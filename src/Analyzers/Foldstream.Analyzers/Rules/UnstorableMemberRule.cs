using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Something in an event that cannot be stored as JSON, or that would not come back as it was.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnstorableMemberRule() : EventRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.UnstorableMember,
        "All that an event holds can be stored",
        "{0} {1}: {2}");

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol @event, AttributeData attribute)
    {
        // Other rules speak of an event that is none at all.
        if (EventShape.FindProblem(@event) != TypeProblem.None)
            return;
        foreach (var problem in JsonShape.FindProblems(@event))
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, Location(@event, attribute, problem), Subject(@event, problem), problem.Reason, problem.WayOut));
    }

    private static string Subject(INamedTypeSymbol @event, JsonProblem problem) =>
        problem.Path.Length == 0 ? $"Event '{@event.Short()}'" : $"'{problem.Path}' of event '{@event.Short()}'";

    private static Location Location(INamedTypeSymbol @event, AttributeData attribute, JsonProblem problem) =>
        problem.Member.OfOwn(@event, attribute.MarkedType(@event));
}
