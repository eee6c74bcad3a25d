using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Something that a body that must be pure must not do.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Node">Where it is done.</param>
/// <param name="What">What is done, as the verb of a message: <c>reads the clock by 'DateTime.UtcNow'</c>.</param>
internal sealed record Impurity(ImpurityKind Kind, SyntaxNode Node, string What);
