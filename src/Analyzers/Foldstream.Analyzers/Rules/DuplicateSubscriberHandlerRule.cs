using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Two handlers of a subscription or projector for one event, of which only one would be called.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DuplicateSubscriberHandlerRule() : SubscriberRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.DuplicateSubscriberHandler,
        "A subscription or projector has one handler for every event",
        "{0} '{1}' handles '{2}' twice, by '{3}' and by '{4}', and only one of them would be called: keep one, or override the other");

    protected override void Analyze(SymbolAnalysisContext context, Subscriber subscriber)
    {
        foreach (var (first, last, place) in DuplicateHandlers.Of(subscriber.Handlers, subscriber.Type))
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, place.Method.OfOwn(subscriber.Type, subscriber.Location), subscriber.Kind, subscriber.Type.Short(), first.Event!.Short(), first.Method.Short(), last.Method.Short()));
    }
}
