using Microsoft.CodeAnalysis;

namespace Foldstream.CodeFixes;

/// <summary>What a rule found.</summary>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Model">The meaning of the file in which it stands.</param>
/// <param name="Node">The innermost code that it points to.</param>
internal sealed record Finding(Diagnostic Diagnostic, SemanticModel Model, SyntaxNode Node)
{
    /// <summary>The innermost node of a kind around the place.</summary>
    public T? Around<T>()
        where T : SyntaxNode => Node.FirstAncestorOrSelf<T>();

    public string? Property(string name) => Diagnostic.Properties.TryGetValue(name, out var value) ? value : null;

    /// <summary>A type by its documentation id.</summary>
    public INamedTypeSymbol? Type(string property) =>
        Property(property) is { } id ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, Model.Compilation) as INamedTypeSymbol : null;
}
