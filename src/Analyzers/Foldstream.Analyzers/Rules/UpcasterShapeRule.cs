using System.Collections.Immutable;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A method that is marked with <c>[Upcast]</c> and cannot be a step between two versions.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UpcasterShapeRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.UpcasterShape,
        "Methods marked with [Upcast] are upcasters",
        "'{0}' is no upcaster, because {1}");

    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolAction(Analyze, SymbolKind.Method);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (UpcasterShape.Find(method) is not { Problem: not UpcasterProblem.None } upcaster)
            return;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(nameof(UpcasterProblem), upcaster.Problem.ToString());
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, method.Locations[0], properties, method.Short(), Explain(upcaster)));
    }

    private static string Explain(Upcaster upcaster) => upcaster.Problem switch
    {
        UpcasterProblem.NotOnEvent => $"'{upcaster.Method.ContainingType.Short()}' is not marked with [Event]: move it to the event",
        UpcasterProblem.NotStatic => "it is not static: add 'static'",
        UpcasterProblem.Unreachable => "generated code cannot call it: make it internal or public",
        UpcasterProblem.Generic => "it has type parameters: write it for one type",
        UpcasterProblem.WrongParameters => "it does not take one older version by value: take a type marked with [Event], or a JsonObject",
        UpcasterProblem.WrongReturn => "it does not give a newer version: return a type marked with [Event], or a JsonObject, and not a Task of it",
        UpcasterProblem.ObjectFromEvent => "it gives JSON although it takes a type: return the type of the next version",
        UpcasterProblem.OtherEvent => $"it takes or gives an event that is not stored as '{EventShape.StoredName(upcaster.Method.ContainingType)}': give all versions that name",
        UpcasterProblem.OtherAssembly => "it takes or gives an event of another assembly: keep all versions of an event in one",
        UpcasterProblem.MissingFrom => "it takes JSON and does not say of which version: write [Upcast(from: …)]",
        UpcasterProblem.NeedlessFrom => $"'{upcaster.Takes!.Short()}' has a version already: write [Upcast]",
        _ => throw new ArgumentOutOfRangeException(nameof(upcaster), upcaster.Problem, "There is nothing to explain."),
    };
}
