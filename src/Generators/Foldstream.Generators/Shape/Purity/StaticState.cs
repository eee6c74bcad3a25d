using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Foldstream.Generators;

/// <summary>Static state: fields that are not readonly, properties that can be set, and collections that are changed.</summary>
internal static class StaticState
{
    public static Impurity? Find(IMemberReferenceOperation reference) => reference.Member switch
    {
        IFieldSymbol { IsStatic: true, IsReadOnly: false, IsConst: false } field => Uses(reference, field),
        IPropertySymbol { IsStatic: true, SetMethod: not null } property => Uses(reference, property),
        _ => null,
    };

    /// <summary>What is changed of the content of a static readonly collection or object.</summary>
    public static IEnumerable<Impurity> FindChanges(IOperation operation) => StateChanges.TargetsOf(operation)
        .Select(StateChanges.RootOf)
        .OfType<IMemberReferenceOperation>()
        .Where(root => root.Member is IFieldSymbol { IsStatic: true, IsReadOnly: true } or IPropertySymbol { IsStatic: true, SetMethod: null })
        .Select(root => new Impurity(ImpurityKind.StaticState, operation.Syntax, $"changes '{root.Member.ContainingType.Name}.{root.Member.Name}'"));

    private static Impurity Uses(IOperation operation, ISymbol member) =>
        new(ImpurityKind.StaticState, operation.Syntax, $"uses '{member.ContainingType.Name}.{member.Name}'");
}
