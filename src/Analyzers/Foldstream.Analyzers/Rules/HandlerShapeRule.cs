using System.Collections.Immutable;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A method named Apply or Evolve that is no handler.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HandlerShapeRule() : HandlingTypeRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.HandlerShape,
        "Methods named Apply or Evolve are handlers",
        "'{0}' of {1} '{2}' is no handler, because {3}: write '{4}'");

    protected override void Analyze(SymbolAnalysisContext context, HandlingType handling)
    {
        // Of subscribers, whose handlers have other names, another rule speaks.
        if (handling is Subscriber)
            return;
        foreach (var handler in handling.Handlers)
        {
            if (handler.Problem != HandlerProblem.None)
                context.ReportDiagnostic(Create(handling, handler));
        }
    }

    private static Diagnostic Create(HandlingType handling, Handler handler)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(nameof(HandlerProblem), handler.Problem.ToString());
        return Diagnostic.Create(
            Descriptor,
            handler.Method.OfOwn(handling.Type, handling.Location),
            properties,
            handler.Method.Name, handling.Kind.ToLowerInvariant(), handling.Type.Short(), Reason(handling, handler), handling.Signature(EventName(handling, handler)));
    }

    private static string Reason(HandlingType handling, Handler handler) => handler.Problem switch
    {
        HandlerProblem.WrongStatic when IsDecider(handling) => "it is not static",
        HandlerProblem.WrongStatic => "it is static",
        HandlerProblem.Generic => "it has type parameters",
        HandlerProblem.WrongReturn when IsDecider(handling) => $"it does not return '{handling.Type.Short()}'",
        HandlerProblem.WrongReturn when handler.Method.IsAsync => "it is async, and state changes before anything is awaited",
        HandlerProblem.WrongReturn => "it returns something",
        HandlerProblem.WrongParameters when IsDecider(handling) => "its parameters are not a state and an event, by value",
        HandlerProblem.WrongParameters when handling is Projection => "its parameters are not one event, and an EventContext if it wants one, by value",
        HandlerProblem.WrongParameters => "its parameters are not one event, by value",
        _ => $"'{EventParameter(handling, handler)?.Type.Short()}' is not marked with [Event]",
    };

    private static string EventName(HandlingType handling, Handler handler) =>
        EventParameter(handling, handler)?.Type is { } type && EventShape.IsEvent(type) ? type.Short() : "TEvent";

    // The parameter that is an event, or else the one that stands where an event should.
    private static IParameterSymbol? EventParameter(HandlingType handling, Handler handler) =>
        handler.Method.Parameters.FirstOrDefault(parameter => EventShape.IsEvent(parameter.Type))
        ?? handler.Method.Parameters.ElementAtOrDefault(IsDecider(handling) ? 1 : 0);

    private static bool IsDecider(HandlingType handling) => handling is HandlingFold { Fold.IsDecider: true };
}
