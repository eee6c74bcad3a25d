using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>The events that a decision may make: the type that takes them is generated, so that they are known by their own types.</summary>
internal static class DecidedEvents
{
    private const string AddMethod = "Add";

    public static IEnumerable<INamedTypeSymbol> Of(MethodCalls calls, IMethodSymbol method) =>
        from body in calls.BodiesOf(method)
        from node in body.Body.DescendantNodesAndSelf()
        let value = ValueOf(node)
        where value is not null
        let decided = body.Model.GetTypeInfo(value).Type as INamedTypeSymbol
        where decided is not null && EventShape.IsEvent(decided)
        select decided;

    private static ExpressionSyntax? ValueOf(SyntaxNode node) => node switch
    {
        ExpressionElementSyntax element => element.Expression,
        ObjectCreationExpressionSyntax creation => creation,
        ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: AddMethod } } } } argument => argument.Expression,
        _ => null,
    };
}
