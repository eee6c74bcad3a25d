using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A handler of an event that does not belong to the declared set.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OutsideEventSetRule() : FoldRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.OutsideEventSet,
        "Handlers are of events of the declared set",
        "{0} '{1}' handles '{2}', which does not belong to its events, '{3}': let it derive from that, or remove the handler");

    protected override void Analyze(SymbolAnalysisContext context, Fold fold)
    {
        if (fold.DeclaredEventSet is not { TypeKind: not TypeKind.Error } set || DeclaredSet.FindProblem(set) is not null)
            return;
        foreach (var handler in fold.Handlers)
        {
            if (handler.Event is { } @event && !EventSetShape.IsMember(@event, set))
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, handler.Method.OfOwn(fold.Type, fold.Location), fold.Kind, fold.Type.Short(), @event.Short(), set.Short()));
        }
    }
}
