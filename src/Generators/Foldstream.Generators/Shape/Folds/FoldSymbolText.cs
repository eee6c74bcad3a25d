using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Prints the names and tokens of one member's code by what they stand for.</summary>
internal sealed class FoldSymbolText(SemanticModel model, FoldNames names, ISymbol member)
{
    private readonly Dictionary<ISymbol, int> locals = new(SymbolEqualityComparer.Default);

    /// <summary>A name by its symbol; by its text where it has none.</summary>
    public string Name(SimpleNameSyntax name) => model.GetSymbolInfo(name).Symbol switch
    {
        null => $"?{name}",
        ITypeSymbol type => TypeName(type, name),
        INamespaceSymbol @namespace => @namespace.ToDisplayString(),
        IParameterSymbol parameter when name.Parent is NameColonSyntax => $"argument {Number(parameter.Ordinal)}",
        IParameterSymbol parameter => Parameter(parameter),
        IDiscardSymbol => "_",
        { Kind: SymbolKind.Local or SymbolKind.RangeVariable or SymbolKind.Label } local => Local(local),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } function => Local(function.OriginalDefinition),
        { } other => names.Member(other),
    };

    public string Token(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken when token.Parent is { } parent && model.GetDeclaredSymbol(parent) is { } declared =>
            declared is IParameterSymbol parameter ? Parameter(parameter) : Local(declared),
        SyntaxKind.InterpolatedStringTextToken => FoldLiteral.Of(token.ValueText),
        SyntaxKind.NumericLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => FoldLiteral.Of(token.Value),
        _ => token.Text,
    };

    /// <summary>The type that a piece of syntax names, however it spells it; null where it is more than a name.</summary>
    public string? FindType(TypeSyntax syntax) => syntax switch
    {
        RefTypeSyntax or ScopedTypeSyntax or OmittedTypeArgumentSyntax => null,
        ArrayTypeSyntax array when array.RankSpecifiers.Any(rank => rank.Sizes.Any(size => size is not OmittedArraySizeExpressionSyntax)) => null,
        _ => model.GetSymbolInfo(syntax).Symbol is ITypeSymbol type and not IErrorTypeSymbol ? names.Type(type) : null,
    };

    public string TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression).Type switch
    {
        null or IErrorTypeSymbol => $"?{(expression as ObjectCreationExpressionSyntax)?.Type}",
        { } type => names.Type(type),
    };

    /// <summary>Whether an expression only says where the name behind it stands, which the name's symbol says as well.</summary>
    public bool IsQualifier(ExpressionSyntax expression) =>
        expression is ThisExpressionSyntax or PredefinedTypeSyntax
        || (expression is NameSyntax or MemberAccessExpressionSyntax && model.GetSymbolInfo(expression).Symbol is INamespaceOrTypeSymbol and not IErrorTypeSymbol);

    /// <summary>What <c>nameof</c> gives; null for any other call.</summary>
    public string? FindNameOf(InvocationExpressionSyntax invocation) =>
        invocation.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && model.GetConstantValue(invocation) is { HasValue: true, Value: { } name }
            ? FoldLiteral.Of(name)
            : null;

    private string TypeName(ITypeSymbol type, SimpleNameSyntax name) => type is IErrorTypeSymbol ? $"?{name}" : names.Type(type);

    // A parameter of the member itself is known by its place, because the member's head is not printed with its names.
    private string Parameter(IParameterSymbol parameter) => parameter.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } => Local(parameter),
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when !SymbolEqualityComparer.Default.Equals(constructor, member) =>
            $"primary {Number(parameter.Ordinal)}",
        _ => $"parameter {Number(parameter.Ordinal)}",
    };

    private string Local(ISymbol local)
    {
        if (!locals.TryGetValue(local, out var number))
            locals.Add(local, number = locals.Count);
        return $"local {Number(number)}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
