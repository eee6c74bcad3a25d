using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Goes through the body of a method, and through those of the methods of the same type that it calls.</summary>
internal sealed class MethodCalls(Compilation compilation, INamedTypeSymbol type, CancellationToken cancellation)
{
    public INamedTypeSymbol Type => type;

    /// <summary>The bodies that run when a method is called, each once.</summary>
    public IEnumerable<(SyntaxNode Body, SemanticModel Model)> BodiesOf(IMethodSymbol method)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { method };
        var waiting = new Queue<IMethodSymbol>([method]);
        while (waiting.Count > 0)
        {
            foreach (var body in OwnBodies(waiting.Dequeue()))
            {
                yield return body;
                foreach (var called in CalledFrom(body.Body, body.Model).Where(seen.Add))
                    waiting.Enqueue(called);
            }
        }
    }

    private IEnumerable<(SyntaxNode Body, SemanticModel Model)> OwnBodies(IMethodSymbol method)
    {
        foreach (var part in new[] { method, method.PartialImplementationPart }.OfType<IMethodSymbol>())
        {
            foreach (var reference in part.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellation) is MethodDeclarationSyntax declaration && ((SyntaxNode?)declaration.Body ?? declaration.ExpressionBody) is { } body)
                    yield return (body, compilation.GetSemanticModel(body.SyntaxTree));
            }
        }
    }

    // What is generated is not there yet, so that overload resolution may have failed.
    private IEnumerable<IMethodSymbol> CalledFrom(SyntaxNode body, SemanticModel model) => body.DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .Select(call => model.GetSymbolInfo(call, cancellation))
        .SelectMany(info => info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols.AsEnumerable())
        .OfType<IMethodSymbol>()
        .Select(called => called.OriginalDefinition)
        .Where(called => SymbolEqualityComparer.Default.Equals(called.ContainingType, type));
}
