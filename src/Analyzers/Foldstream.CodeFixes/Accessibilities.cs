using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Foldstream.CodeFixes;

/// <summary>Changes who sees a declaration.</summary>
internal static class Accessibilities
{
    /// <summary>Makes what is private or protected internal.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="modifiers">Its modifiers.</param>
    /// <param name="start">Where a first modifier comes.</param>
    public static IEnumerable<Edit> MakeInternal(SyntaxNode declaration, SyntaxTokenList modifiers, int start)
    {
        var access = modifiers.Where(IsAccess).ToList();
        if (access.Count == 0)
            return [Edit.Insert(declaration.SyntaxTree, start, "internal ")];
        return access.Skip(1).Select(modifier => Edit.Remove(modifier)).Prepend(Edit.Replace(access[0], "internal"));
    }

    private static bool IsAccess(SyntaxToken modifier) => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword;
}
