using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>The events that a method of an aggregate may raise.</summary>
internal static class RaisedEvents
{
    private const string RaiseMethod = "Raise";

    public static IEnumerable<INamedTypeSymbol> Of(MethodCalls calls, IMethodSymbol method) =>
        from body in calls.BodiesOf(method)
        from call in body.Body.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.ArgumentList.Arguments.Count == 1 && IsRaise(calls, body.Model, call.Expression)
        let raised = body.Model.GetTypeInfo(call.ArgumentList.Arguments[0].Expression).Type as INamedTypeSymbol
        where raised is not null && EventShape.IsEvent(raised)
        select raised;

    private static bool IsRaise(MethodCalls calls, SemanticModel model, ExpressionSyntax called) => called switch
    {
        IdentifierNameSyntax { Identifier.ValueText: RaiseMethod } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: RaiseMethod } access => SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(access.Expression).Type, calls.Type),
        _ => false,
    };
}
