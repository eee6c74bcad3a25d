using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What a type holds, and what of its code runs without being named: both are part of a fold's shape.</summary>
internal static class FoldData
{
    /// <summary>The fields and properties that hold the data of a type, or take it; what is only computed is left out.</summary>
    public static IEnumerable<ISymbol> Of(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
            return [];
        var members = type.GetMembers();
        var stored = new HashSet<ISymbol>(members.OfType<IFieldSymbol>().Select(field => field.AssociatedSymbol).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        return members.Where(member => member is { IsStatic: false, IsImplicitlyDeclared: false } && IsHere(member) && member switch
        {
            IFieldSymbol => true,
            IPropertySymbol { IsIndexer: false } property => stored.Contains(property) || property.SetMethod is not null || IsPlain(property),
            _ => false,
        });
    }

    /// <summary>The code of a value that runs without being named: constructors, operators, equality, order.</summary>
    public static IEnumerable<ISymbol> CodeBehind(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Where(method =>
        method is { IsImplicitlyDeclared: false, DeclaringSyntaxReferences.IsEmpty: false }
        && (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.UserDefinedOperator or MethodKind.Conversion
            || method.IsOverride
            || method.Name is "Equals" or "CompareTo" or "Deconstruct"));

    public static IEnumerable<ISymbol> StaticConstructors(INamedTypeSymbol type) =>
        type.StaticConstructors.Where(constructor => !constructor.IsImplicitlyDeclared);

    /// <summary>Whether reading the member runs no code that anybody wrote, as far as can be seen.</summary>
    public static bool IsPlain(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsStatic,
        IPropertySymbol { IsStatic: false, IsAbstract: false, IsIndexer: false } property => IsAuto(property),
        _ => member.IsImplicitlyDeclared || IsCompilerGenerated(member),
    };

    public static ITypeSymbol TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;

    // Of another assembly only what is public is sure to be seen by every compiler.
    private static bool IsHere(ISymbol member) => member.DeclaringSyntaxReferences.IsEmpty
        ? member.DeclaredAccessibility == Accessibility.Public
        : GeneratedCode.IsWrittenByUser(member);

    private static bool IsAuto(IPropertySymbol property) => property.DeclaringSyntaxReferences.IsEmpty
        ? property.GetMethod is { } getter && IsCompilerGenerated(getter)
        : !FoldPart.Of(property).Any(part => part.Role != "initial")
            && property.ContainingType.GetMembers().Any(member =>
                member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool IsCompilerGenerated(ISymbol member) =>
        member.Find("System.Runtime.CompilerServices.CompilerGeneratedAttribute") is not null;
}
