using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A subscription or projector without any handler.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NoHandlerRule() : SubscriberRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.NoHandler,
        "Subscriptions and projectors handle something",
        "{0} '{1}' has no handler, and would be given nothing: write '{2}'");

    protected override void Analyze(SymbolAnalysisContext context, Subscriber subscriber)
    {
        if (subscriber.Methods.Count == 0 && !LacksHandlers(context, subscriber))
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, subscriber.Location, subscriber.Kind, subscriber.Type.Short(), subscriber.Signature("TEvent")));
    }

    // Another rule names each event of a declared set that has none.
    private static bool LacksHandlers(SymbolAnalysisContext context, Subscriber subscriber) =>
        subscriber.Interest is { } interest
        && interest.Members(KnownEvents.Of(context.Compilation), subscriber.Type).Except(IgnoredEvents.Of(subscriber.Type), SymbolEqualityComparer.Default).Any();
}
