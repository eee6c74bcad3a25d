using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What of an event, or of its base types, can be changed after it was made. What a collection holds is left aside.</summary>
internal static class Mutability
{
    public static IEnumerable<ISymbol> FindMutableMembers(INamedTypeSymbol type)
    {
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (IsMutable(member))
                    yield return member;
            }
        }
    }

    private static bool IsMutable(ISymbol member) => member switch
    {
        IPropertySymbol { IsStatic: false, SetMethod: { IsInitOnly: false } } => true,
        IFieldSymbol { IsStatic: false, IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false } => true,
        _ => false,
    };
}
