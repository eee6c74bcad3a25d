using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Two handlers for one event, of which only one would be called.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DuplicateHandlerRule() : HandlingTypeRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.DuplicateHandler,
        "Every event has one handler",
        "{0} '{1}' handles '{2}' twice, by '{3}' and by '{4}', and only one of them would be called: keep one, or override the other");

    protected override void Analyze(SymbolAnalysisContext context, HandlingType handling)
    {
        // Of subscribers, whose handlers may take more than the event, another rule speaks.
        if (handling is Subscriber)
            return;
        foreach (var (first, last, place) in DuplicateHandlers.Of(handling.Handlers, handling.Type))
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, place.Method.OfOwn(handling.Type, handling.Location), handling.Kind, handling.Type.Short(), first.Event!.Short(), first.Method.Short(), last.Method.Short()));
    }
}
