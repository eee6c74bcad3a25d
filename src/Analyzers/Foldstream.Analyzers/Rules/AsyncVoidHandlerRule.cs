using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A handler that is async and that nobody can wait for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AsyncVoidHandlerRule() : SubscriberRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.AsyncVoidHandler,
        "Handlers that await return a Task",
        "'{0}' of {1} '{2}' is async and returns nothing, so that nobody waits for it: the event would count as handled while it still works, and what it throws ends the process; return a 'Task'");

    protected override void Analyze(SymbolAnalysisContext context, Subscriber subscriber)
    {
        foreach (var handler in subscriber.Methods.Where(handler => handler.Method is { IsAsync: true, ReturnsVoid: true }))
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, handler.Method.OfOwn(subscriber.Type, subscriber.Location), handler.Method.Short(), subscriber.Kind.ToLowerInvariant(), subscriber.Type.Short()));
    }
}
