using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>
/// Prints code in the normal form: token by token, so that nothing is lost; names by what they stand for, locals by number, literals by
/// value. Different spellings of the same (<c>var</c>, <c>this.</c>, braces, expression bodies) are printed alike.
/// </summary>
internal sealed class FoldText(SemanticModel model, FoldNames names, ISymbol member, StringBuilder text, CancellationToken cancellationToken)
{
    private const char Separator = '\n';

    private readonly FoldSymbolText symbols = new(model, names, member);

    public void Print(SyntaxNode node)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (node)
        {
            case AttributeListSyntax:
                break;
            case SimpleNameSyntax name:
                Token(symbols.Name(name));
                break;
            case TypeSyntax type when symbols.FindType(type) is { } written:
                Token(written);
                break;
            case MemberAccessExpressionSyntax access when symbols.IsQualifier(access.Expression):
                Print(access.Name);
                break;
            case InvocationExpressionSyntax invocation when symbols.FindNameOf(invocation) is { } constant:
                Token(constant);
                break;
            case BaseObjectCreationExpressionSyntax creation:
                PrintCreation(creation);
                break;
            case SimpleLambdaExpressionSyntax lambda:
                PrintLambda(lambda);
                break;
            case ArrowExpressionClauseSyntax arrow:
                PrintArrow(arrow);
                break;
            case StatementSyntax statement when IsBareBody(statement):
                Token("{");
                PrintChildren(statement);
                Token("}");
                break;
            default:
                PrintChildren(node);
                break;
        }
    }

    private void PrintChildren(SyntaxNode node)
    {
        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } inner)
                Print(inner);
            else if (!EndsArrow(child.AsToken(), node))
                Token(symbols.Token(child.AsToken()));
        }
    }

    // new(0m) is new Wallet(0m), and new Wallet { … } is new Wallet() { … }.
    private void PrintCreation(BaseObjectCreationExpressionSyntax creation)
    {
        Token("new");
        Token(symbols.TypeOf(creation));
        if (creation.ArgumentList is { } arguments)
            PrintChildren(arguments);
        else
            Tokens("(", ")");
        if (creation.Initializer is { } initializer)
            PrintChildren(initializer);
    }

    // x => … is (x) => ….
    private void PrintLambda(SimpleLambdaExpressionSyntax lambda)
    {
        foreach (var modifier in lambda.Modifiers)
            Token(modifier.Text);
        Token("(");
        Print(lambda.Parameter);
        Tokens(")", "=>");
        Print(lambda.Body);
    }

    // => value is { return value; }, => call is { call; } where nothing is returned.
    private void PrintArrow(ArrowExpressionClauseSyntax arrow)
    {
        Token("{");
        if (arrow.Expression is ThrowExpressionSyntax thrown)
            Token("throw");
        else if (ReturnsValue(arrow.Parent))
            Token("return");
        Print(arrow.Expression is ThrowExpressionSyntax { Expression: var exception } ? exception : arrow.Expression);
        Tokens(";", "}");
    }

    // The semicolon of a local function, which a block body does without.
    private static bool EndsArrow(SyntaxToken token, SyntaxNode parent) =>
        token.IsKind(SyntaxKind.SemicolonToken) && parent is LocalFunctionStatementSyntax;

    private static bool ReturnsValue(SyntaxNode? owner) => owner switch
    {
        MethodDeclarationSyntax method => !IsVoid(method.ReturnType),
        LocalFunctionStatementSyntax function => !IsVoid(function.ReturnType),
        AccessorDeclarationSyntax accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration),
        ConstructorDeclarationSyntax => false,
        _ => true,
    };

    private static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    // The only statement of an if, an else, a loop, written without braces.
    private static bool IsBareBody(StatementSyntax statement) => statement is not BlockSyntax && statement.Parent is
        IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
        or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax;

    private void Tokens(params string[] tokens)
    {
        foreach (var token in tokens)
            Token(token);
    }

    private void Token(string token) => text.Append(token).Append(Separator);
}
