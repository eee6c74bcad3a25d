using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Follows a fold from its entries through all members that its fingerprint covers.</summary>
/// <remarks>The one truth on what is covered: the generator hashes the members, the rule reports the rest.</remarks>
internal sealed class FoldWalk
{
    private readonly HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);
    private readonly List<FoldMember> members = [];
    private readonly Queue<ISymbol> pending = new();
    private readonly List<FoldCall> uncovered = [];
    private readonly FoldScope scope;

    private FoldWalk(FoldScope scope) => this.scope = scope;

    /// <summary>The members that the fold is made of.</summary>
    public IReadOnlyList<FoldMember> Members => members;

    /// <summary>What it uses besides, of which the fingerprint knows no more than the name.</summary>
    public IReadOnlyList<FoldCall> Uncovered => uncovered;

    public static FoldWalk Of(FoldSubject subject, FoldScope scope, FoldCode code, CancellationToken cancellationToken)
    {
        var walk = new FoldWalk(scope);
        foreach (var member in scope.Shapes.SelectMany(scope.Always))
            walk.Follow(member);
        foreach (var entry in subject.Entries)
            walk.Take(new FoldCall(null, entry.OriginalDefinition));
        while (walk.pending.Count > 0)
            walk.Take(FoldMember.Read(walk.pending.Dequeue(), code, cancellationToken));
        return walk;
    }

    private void Take(FoldMember member)
    {
        members.Add(member);
        foreach (var call in member.Code.SelectMany(code => code.Calls))
            Take(call);
    }

    private void Take(FoldCall call)
    {
        switch (scope.CoverageOf(call.Member))
        {
            case FoldCoverage.Followed:
                Follow(call.Member);
                break;
            case FoldCoverage.Elsewhere:
                uncovered.Add(call);
                break;
        }
    }

    private void Follow(ISymbol member)
    {
        if (!followed.Add(member))
            return;
        pending.Enqueue(member);
        foreach (var @override in scope.Overrides(member))
            Follow(@override);
    }
}
