using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A handler of batches that is not alone, or of which nothing says what it takes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BatchHandlerRule() : SubscriberRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.BatchHandler,
        "A handler of batches is the only one, of a declared set",
        "'{0}' of subscription '{1}' takes batches, and {2}");

    protected override void Analyze(SymbolAnalysisContext context, Subscriber subscriber)
    {
        if (SubscriptionShape.FindBatchHandler(subscriber.Methods) is { } batch && FindProblem(context, subscriber) is { } problem)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, batch.Method.OfOwn(subscriber.Type, subscriber.Location), batch.Method.Name, subscriber.Type.Short(), problem));
    }

    private static string? FindProblem(SymbolAnalysisContext context, Subscriber subscriber) => SubscriptionShape.FindProblem(subscriber.Methods, subscriber.Form, subscriber.Attribute) switch
    {
        SubscriberProblem.BatchBesideOthers => "others would never be called: keep it alone, or give each event a handler of its own",
        SubscriberProblem.BatchOfNoSet => "nothing says of which events: name their base type by 'Events', or the aggregate or decider whose events they are by 'Of'",
        _ when IsEmpty(context, subscriber) => "there is no event that it would be given: let events derive from the declared base type, or ignore fewer",
        _ => null,
    };

    // A source or base type that is unusable is told of by another rule.
    private static bool IsEmpty(SymbolAnalysisContext context, Subscriber subscriber) =>
        subscriber.Interest is { Name.TypeKind: not TypeKind.Error } interest
        && (interest.Base is { } set ? DeclaredSet.FindProblem(set) is null : !EventInterest.IsHidden(interest.Owner!))
        && !SubscriptionShape.HandledEvents(subscriber.Type, subscriber.Form, context.Compilation).Any();
}
