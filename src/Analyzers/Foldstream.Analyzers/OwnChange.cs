using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Foldstream.Analyzers;

/// <summary>A change of what an object holds, by code of its own.</summary>
internal sealed record OwnChange(ISymbol Member, SyntaxNode Node)
{
    public static IEnumerable<OwnChange> Of(IOperation operation, INamedTypeSymbol type) => StateChanges.TargetsOf(operation)
        .Select(StateChanges.RootOf)
        .OfType<IMemberReferenceOperation>()
        .Where(root => root is { Instance: not null, Member: IFieldSymbol or IPropertySymbol } && IsOf(type, root.Member))
        .Select(root => new OwnChange(root.Member, operation.Syntax));

    private static bool IsOf(INamedTypeSymbol type, ISymbol member)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, member.ContainingType))
                return true;
        }

        return false;
    }
}
