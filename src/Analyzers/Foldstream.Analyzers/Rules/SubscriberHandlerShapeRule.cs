using System.Collections.Immutable;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A method named Handle or Project that is no handler.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SubscriberHandlerShapeRule() : SubscriberRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.SubscriberHandlerShape,
        "Methods named Handle or Project are handlers",
        "'{0}' of {1} '{2}' is no handler, because {3}: write '{4}'");

    protected override void Analyze(SymbolAnalysisContext context, Subscriber subscriber)
    {
        foreach (var handler in subscriber.Methods.Where(handler => handler.Problem != HandlerProblem.None))
            context.ReportDiagnostic(Create(subscriber, handler));
    }

    private static Diagnostic Create(Subscriber subscriber, SubscriberHandler handler)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(nameof(HandlerProblem), handler.Problem.ToString());
        return Diagnostic.Create(
            Descriptor,
            handler.Method.OfOwn(subscriber.Type, subscriber.Location),
            properties,
            handler.Method.Name, subscriber.Kind.ToLowerInvariant(), subscriber.Type.Short(), Reason(subscriber, handler), Signature(subscriber, handler));
    }

    private static string Reason(Subscriber subscriber, SubscriberHandler handler) => handler.Problem switch
    {
        HandlerProblem.Generic => "it has type parameters",
        HandlerProblem.WrongReturn => "it returns neither nothing nor a 'Task' or 'ValueTask' without a value",
        HandlerProblem.WrongParameters when handler.TakesBatch => "its parameters are not the events and, if it wants one, a 'CancellationToken', by value",
        HandlerProblem.WrongParameters when subscriber.Form.TakesTransaction => "its parameters are not one event and one transaction and, if it wants them, an 'EventContext' and a 'CancellationToken', by value",
        HandlerProblem.WrongParameters => "its parameters are not one event and, if it wants them, an 'EventContext' and a 'CancellationToken', by value",
        _ => $"'{handler.Method.Parameters[0].Type.Short()}' is not marked with [Event]",
    };

    private static string Signature(Subscriber subscriber, SubscriberHandler handler) => handler.TakesBatch
        ? $"Task {subscriber.Form.Method}(IReadOnlyList<TypedEvent> events)"
        : subscriber.Signature(handler.Method.Parameters.Select(parameter => parameter.Type).FirstOrDefault(EventShape.IsEvent)?.Short() ?? "TEvent");
}
