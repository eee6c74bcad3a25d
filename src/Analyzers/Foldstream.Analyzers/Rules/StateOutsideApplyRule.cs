using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using System.Collections.Immutable;

namespace Foldstream.Analyzers;

/// <summary>A command that changes the state of its aggregate without an event.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StateOutsideApplyRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.StateOutsideApply,
        "State changes in Apply only",
        "'{0}' {1} without storing an event, so that the change is lost when the aggregate is loaded again: {2}");

    /// <summary>Present where the code calls a handler and means <c>Raise</c>.</summary>
    public const string RaiseProperty = "raise";

    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolStartAction(Start, SymbolKind.NamedType);

    private static void Start(SymbolStartAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Find(KnownTypes.AggregateAttribute) is null)
            return;
        var handlers = AggregateShape.Handlers(type).Select(handler => OwnCalls.Definition(handler.Method)).ToList();
        var bodies = new OwnBodies<OwnChange>(type, operation => OwnChange.Of(operation, type));
        context.RegisterOperationBlockAction(bodies.Add);
        context.RegisterSymbolEndAction(end => Report(end, handlers, bodies));
    }

    private static void Report(SymbolAnalysisContext context, IReadOnlyList<IMethodSymbol> handlers, OwnBodies<OwnChange> bodies)
    {
        var folding = new HashSet<ISymbol>(bodies.ReachableMethods(handlers), SymbolEqualityComparer.Default);
        foreach (var entry in bodies.All.Where(entry => IsCommand(entry.Key) && !folding.Contains(entry.Key)))
        {
            foreach (var change in entry.Value.Found)
                Report(context, change.Node, entry.Key, $"changes '{change.Member.Name}'", "raise an event, and change it in its Apply");
            foreach (var call in entry.Value.Calls.Where(call => folding.Contains(call.Method)))
            {
                if (handlers.Contains(call.Method, SymbolEqualityComparer.Default))
                    ReportApply(context, call, entry.Key);
                else if (call.Method.MethodKind == MethodKind.Ordinary && bodies.Reachable(call.Method).FirstOrDefault() is { } change)
                    Report(context, call.Node, entry.Key, $"changes '{change.Member.Name}' by '{call.Method.Short()}'", "raise an event, and call it in its Apply");
            }
        }
    }

    // What is set while it is made has no past; a getter that sets a field keeps what it has computed.
    private static bool IsCommand(IMethodSymbol method) => method is { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation, Name: not "Dispose" };

    private static void ReportApply(SymbolAnalysisContext context, OwnCall call, IMethodSymbol command) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptor, call.Node.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(RaiseProperty, ""), command.Short(), $"calls '{call.Method.Short()}'", "call Raise, which applies the event and keeps it"));

    private static void Report(SymbolAnalysisContext context, SyntaxNode node, IMethodSymbol command, string what, string wayOut) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, node.GetLocation(), command.Short(), what, wayOut));
}
