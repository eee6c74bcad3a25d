using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A member that a fold uses.</summary>
/// <param name="Node">Where it is used; null where the fold starts with it.</param>
/// <param name="Member">The member.</param>
internal readonly record struct FoldCall(SyntaxNode? Node, ISymbol Member);
