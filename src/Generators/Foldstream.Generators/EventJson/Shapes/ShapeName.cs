using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The name of the class that reads and writes a type: another one for every type.</summary>
internal static class ShapeName
{
    /// <summary><c>Bank_Money</c>; <c>ListOf__Bank_Money</c>, two underscores being in no name of a type.</summary>
    public static string Of(ITypeSymbol type) => Of(type, isAnnotated: false);

    /// <summary><c>ConvertedBy__Bank_MoneyConverter__Bank_Money</c>.</summary>
    public static string OfConverted(JsonConverted type) => $"ConvertedBy__{Of(type.Converter!)}__{Of(type.Target!)}";

    // Inside of a generic type of the user's, annotations make a difference to the types of its members.
    private static string Of(ITypeSymbol type, bool isAnnotated) => type switch
    {
        IArrayTypeSymbol array => $"{(array.Rank == 1 ? "Array" : $"Array{array.Rank}")}Of__{Argument(array.ElementType, isAnnotated)}",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => $"NullableOf__{Of(nullable.TypeArguments[0], isAnnotated)}",
        INamedTypeSymbol named when IsCollection(named) => string.Join("__", named.TypeArguments.Select(argument => Argument(argument, isAnnotated)).Prepend($"{named.Name}Of")),
        INamedTypeSymbol named => FullName(named),
        _ => type.Name,
    };

    private static string Argument(ITypeSymbol type, bool isAnnotated) => (isAnnotated && type.IsReferenceType, type.NullableAnnotation) switch
    {
        (true, NullableAnnotation.Annotated) => $"MaybeOf__{Of(type, isAnnotated)}",
        (true, NullableAnnotation.None) => $"ObliviousOf__{Of(type, isAnnotated)}",
        _ => Of(type, isAnnotated),
    };

    private static bool IsCollection(INamedTypeSymbol type) =>
        type is { Arity: > 0, ContainingType: null } && type.ContainingNamespace.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Immutable";

    private static string FullName(INamedTypeSymbol type)
    {
        var types = TypeNames.Containers(type).Append(type).ToList();
        var namespaces = TypeNames.Namespace(type).Replace("@", "").Split('.').Where(part => part.Length > 0).Select(Escape);
        var name = string.Join("_", namespaces.Concat(types.Select(NameWithArity)));
        return string.Join("__", types.SelectMany(part => part.TypeArguments).Select(argument => Argument(argument, isAnnotated: true)).Prepend(name));
    }

    // A zero behind an underscore makes it a part of the name; another digit tells how many types follow, and that this is no collection.
    private static string NameWithArity(INamedTypeSymbol type)
    {
        var name = Escape(type.Name);
        return type.Arity > 0 || name.EndsWith("Of", StringComparison.Ordinal) ? $"{name}_{type.Arity + 1}" : name;
    }

    private static string Escape(string part) => part.Replace("_", "_0");
}
