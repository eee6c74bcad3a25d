using System.Collections.Immutable;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A method that is marked as a key and cannot be one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeyShapeRule() : ProjectionRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.KeyShape,
        "Methods marked with [Key] give keys of events",
        "'{0}' of projection '{1}' gives no keys, because {2}: {3}");

    protected override void Analyze(SymbolAnalysisContext context, Projection projection)
    {
        foreach (var key in ProjectionKey.Of(projection.Type))
        {
            if (Explain(key) is var (reason, wayOut))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptor,
                    key.Method.OfOwn(projection.Type, projection.Location),
                    ImmutableDictionary<string, string?>.Empty.Add(nameof(KeyProblem), key.Problem.ToString()),
                    key.Method.Name, projection.Type.Short(), reason, wayOut));
            }
        }
    }

    private static (string Reason, string WayOut)? Explain(ProjectionKey key) => key.Problem switch
    {
        KeyProblem.NotStatic => ("it is not static, and is asked before there is a document", "make it static"),
        KeyProblem.Generic => ("it has type parameters", "write one for each event, or take a base type of them"),
        KeyProblem.WrongParameters => ("its parameters are not one event, and an EventContext if it wants one", "write '[Key] static string By(TEvent e)'"),
        KeyProblem.WrongReturn => ($"'{key.Method.ReturnType.Short()}' is neither a key nor a sequence of keys", "return a text, a Guid, an integer, an enum, an [EventValue] of these, or several of them"),
        _ => null,
    };
}
