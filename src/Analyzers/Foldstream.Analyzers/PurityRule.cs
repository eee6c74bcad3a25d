using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A rule about one kind of impurity in bodies that must be pure, and in what they call of their own type.</summary>
/// <remarks>What a called method does is told at the call: the method itself may well be right for others that call it.</remarks>
internal abstract class PurityRule(DiagnosticDescriptor descriptor, ImpurityKind kind) : Rule(descriptor)
{
    protected sealed override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolStartAction(Start, SymbolKind.NamedType);

    private void Start(SymbolStartAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var pure = PureBody.Of(type).Where(body => Impurities.Matters(kind, body.Role)).Select(body => OwnCalls.Definition(body.Method)).ToList();
        if (pure.Count == 0)
            return;
        var bodies = new OwnBodies<Impurity>(type, operation => Impurities.Of(operation).Where(impurity => impurity.Kind == kind));
        context.RegisterOperationBlockAction(bodies.Add);
        context.RegisterSymbolEndAction(end =>
        {
            foreach (var method in pure)
                Report(end, method, bodies, pure);
        });
    }

    private void Report(SymbolAnalysisContext context, IMethodSymbol method, OwnBodies<Impurity> bodies, IReadOnlyList<IMethodSymbol> pure)
    {
        if (bodies.Find(method) is not { } body)
            return;
        foreach (var impurity in body.Found)
            context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], impurity.Node.GetLocation(), method.Short(), impurity.What));
        foreach (var call in body.Calls.Where(call => !pure.Contains(call.Method, SymbolEqualityComparer.Default)))
        {
            if (bodies.Reachable(call.Method).FirstOrDefault() is { } impurity)
                context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], call.Node.GetLocation(), method.Short(), $"{impurity.What} in '{call.Method.Short()}'"));
        }
    }
}
