using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A member that a fold is made of.</summary>
/// <param name="Symbol">The member.</param>
/// <param name="Code">The user's code of it, and what each piece uses.</param>
internal sealed record FoldMember(ISymbol Symbol, IReadOnlyList<(FoldPart Part, IReadOnlyList<FoldCall> Calls)> Code)
{
    public static FoldMember Read(ISymbol symbol, FoldCode code, CancellationToken cancellationToken) => new(
        symbol,
        [.. FoldPart.Of(symbol).Select(part => (part, (IReadOnlyList<FoldCall>)[.. FoldCalls.Of(part.Node, code.ModelOf(part.Node), cancellationToken)]))]);
}
