using System.Collections.Immutable;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A method named Apply or Evolve that is no handler.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HandlerShapeRule() : FoldRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.HandlerShape,
        "Methods named Apply or Evolve are handlers",
        "'{0}' of {1} '{2}' is no handler, because {3}: write '{4}'");

    protected override void Analyze(SymbolAnalysisContext context, Fold fold)
    {
        foreach (var handler in fold.Handlers)
        {
            if (handler.Problem != HandlerProblem.None)
                context.ReportDiagnostic(Create(fold, handler));
        }
    }

    private static Diagnostic Create(Fold fold, Handler handler)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(nameof(HandlerProblem), handler.Problem.ToString());
        return Diagnostic.Create(
            Descriptor,
            handler.Method.OfOwn(fold.Type, fold.Location),
            properties,
            handler.Method.Name, fold.Kind.ToLowerInvariant(), fold.Type.Short(), Reason(fold, handler), fold.Signature(EventName(fold, handler)));
    }

    private static string Reason(Fold fold, Handler handler) => handler.Problem switch
    {
        HandlerProblem.WrongStatic when fold.IsDecider => "it is not static",
        HandlerProblem.WrongStatic => "it is static",
        HandlerProblem.Generic => "it has type parameters",
        HandlerProblem.WrongReturn when fold.IsDecider => $"it does not return '{fold.Type.Short()}'",
        HandlerProblem.WrongReturn when handler.Method.IsAsync => "it is async, and state changes before anything is awaited",
        HandlerProblem.WrongReturn => "it returns something",
        HandlerProblem.WrongParameters when fold.IsDecider => "its parameters are not a state and an event, by value",
        HandlerProblem.WrongParameters => "its parameters are not one event, by value",
        _ => $"'{EventParameter(fold, handler)?.Type.Short()}' is not marked with [Event]",
    };

    private static string EventName(Fold fold, Handler handler) =>
        EventParameter(fold, handler)?.Type is { } type && EventShape.IsEvent(type) ? type.Short() : "TEvent";

    // The parameter that is an event, or else the one that stands where an event should.
    private static IParameterSymbol? EventParameter(Fold fold, Handler handler) =>
        handler.Method.Parameters.FirstOrDefault(parameter => EventShape.IsEvent(parameter.Type))
        ?? handler.Method.Parameters.ElementAtOrDefault(fold.IsDecider ? 1 : 0);
}
