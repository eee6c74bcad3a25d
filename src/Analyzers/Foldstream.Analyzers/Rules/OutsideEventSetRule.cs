using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A handler of an event that does not belong to the declared set.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OutsideEventSetRule() : HandlingTypeRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.OutsideEventSet,
        "Handlers are of events of the declared set",
        "{0} '{1}' handles '{2}', which does not belong to its events, '{3}': let it derive from that, or remove the handler");

    protected override void Analyze(SymbolAnalysisContext context, HandlingType handling)
    {
        if (handling.Interest is not { Name.TypeKind: not TypeKind.Error } set || (set.Base is { } declared && DeclaredSet.FindProblem(declared) is not null) || DeclaredSet.IsHidden(set))
            return;
        foreach (var handler in handling.Handlers)
        {
            if (handler.Event is { } @event && !set.Holds(@event))
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, handler.Method.OfOwn(handling.Type, handling.Location), handling.Kind, handling.Type.Short(), @event.Short(), set.Name.Short()));
        }
    }
}
