using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>A piece of a member's code: a body, an accessor, an initialiser.</summary>
/// <param name="Role">What it is to the member: <c>get</c>, <c>body</c>.</param>
/// <param name="Node">The code.</param>
internal readonly record struct FoldPart(string Role, SyntaxNode Node)
{
    /// <summary>The code of a member, as far as the user wrote it in this compilation.</summary>
    public static IEnumerable<FoldPart> Of(ISymbol member) =>
        References(member)
            .Where(reference => !GeneratedCode.IsGenerated(reference.SyntaxTree))
            .SelectMany(reference => Of(reference.GetSyntax()));

    private static IEnumerable<SyntaxReference> References(ISymbol member) => member is IMethodSymbol { PartialImplementationPart: { } implementation }
        ? implementation.DeclaringSyntaxReferences
        : member.DeclaringSyntaxReferences;

    private static IEnumerable<FoldPart> Of(SyntaxNode declaration) => declaration switch
    {
        ConstructorDeclarationSyntax constructor =>
            Some(("chain", constructor.Initializer), ("body", constructor.Body), ("body", constructor.ExpressionBody)),
        BaseMethodDeclarationSyntax method => Some(("body", method.Body), ("body", method.ExpressionBody)),
        PropertyDeclarationSyntax property =>
            [.. Some(("get", property.ExpressionBody), ("initial", property.Initializer)), .. Accessors(property)],
        IndexerDeclarationSyntax indexer => [.. Some(("get", indexer.ExpressionBody)), .. Accessors(indexer)],
        EventDeclarationSyntax custom => Accessors(custom),
        VariableDeclaratorSyntax variable => Some(("initial", variable.Initializer)),
        TypeDeclarationSyntax { BaseList: { } bases } => Some(("chain", bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault())),
        _ => [],
    };

    private static IEnumerable<FoldPart> Accessors(BasePropertyDeclarationSyntax property) => property.AccessorList is { } list
        ? list.Accessors.SelectMany(accessor => Some((accessor.Keyword.Text, accessor.Body), (accessor.Keyword.Text, accessor.ExpressionBody)))
        : [];

    private static IEnumerable<FoldPart> Some(params (string Role, SyntaxNode? Node)[] parts) =>
        parts.Where(part => part.Node is not null).Select(part => new FoldPart(part.Role, part.Node!));
}
