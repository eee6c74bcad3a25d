using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>
/// The names of types and members in the normal form: qualified, the type that folds without its own name, events by what they are
/// stored as. So both may be renamed and moved.
/// </summary>
internal sealed class FoldNames(INamedTypeSymbol self)
{
    private readonly Dictionary<ISymbol, string> types = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, string> nullableTypes = new(SymbolEqualityComparer.IncludeNullability);

    public string Type(ITypeSymbol type) => Cached(types, type, withNullability: false);

    /// <summary>The type with the nullability of its references, which decides what may be missing in a stored event.</summary>
    public string NullableType(ITypeSymbol type) => Cached(nullableTypes, type, withNullability: true);

    public string Member(ISymbol member) => member switch
    {
        IFieldSymbol { ContainingType.IsTupleType: true } field => $"item:{(field.CorrespondingTupleField ?? field).Name}",
        IFieldSymbol { HasConstantValue: true } constant => Constant(constant),
        IFieldSymbol field => $"{Owner(member)}.{member.MetadataName}:{Type(field.Type)}",
        IPropertySymbol property => $"{Owner(member)}.{member.MetadataName}{Parameters(property.Parameters)}:{Type(property.Type)}",
        IMethodSymbol method => $"{Owner(member)}.{member.MetadataName}{TypeArguments(method.TypeArguments)}{Parameters(method.Parameters)}:{Type(method.ReturnType)}",
        _ => $"{Owner(member)}.{member.MetadataName}",
    };

    // As the literal that it could be replaced by; there is none for the members of an enum.
    private string Constant(IFieldSymbol constant) => constant.Type.TypeKind == TypeKind.Enum
        ? $"{Type(constant.Type)}={FoldLiteral.Of(constant.ConstantValue)}"
        : FoldLiteral.Of(constant.ConstantValue);

    private string Owner(ISymbol member) => member.ContainingType is { } type ? Type(type) : "";

    private string Parameters(IEnumerable<IParameterSymbol> parameters)
    {
        var list = string.Join(",", parameters.Select(parameter => $"{parameter.RefKind} {Type(parameter.Type)}"));
        return list.Length == 0 ? "" : $"({list})";
    }

    private string TypeArguments(IReadOnlyCollection<ITypeSymbol> arguments, bool withNullability = false) => arguments.Count == 0
        ? ""
        : $"<{string.Join(",", arguments.Select(argument => withNullability ? NullableType(argument) : Type(argument)))}>";

    private string Cached(Dictionary<ISymbol, string> cache, ITypeSymbol type, bool withNullability)
    {
        if (!cache.TryGetValue(type, out var name))
            cache.Add(type, name = Print(type, withNullability));
        return name;
    }

    private string Print(ITypeSymbol type, bool withNullability)
    {
        var name = type switch
        {
            IArrayTypeSymbol array => $"{Inner(array.ElementType)}[{array.Rank.ToString(CultureInfo.InvariantCulture)}]",
            IPointerTypeSymbol pointer => $"{Inner(pointer.PointedAtType)}*",
            ITypeParameterSymbol parameter => $"!{parameter.TypeParameterKind}{parameter.Ordinal.ToString(CultureInfo.InvariantCulture)}",
            INamedTypeSymbol { IsTupleType: true } tuple => $"({string.Join(",", tuple.TupleElements.Select(element => Inner(element.Type)))})",
            INamedTypeSymbol named => Print(named) + TypeArguments(named.TypeArguments, withNullability),
            _ => type.ToDisplayString(),
        };
        return withNullability && type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? name + "?" : name;

        string Inner(ITypeSymbol inner) => withNullability ? NullableType(inner) : Type(inner);
    }

    private string Print(INamedTypeSymbol type)
    {
        if (SymbolEqualityComparer.Default.Equals(type, self))
            return "self";
        if (type.TypeKind == TypeKind.Error)
            return $"?{type.Name}";
        if (type.IsAnonymousType)
            return $"anonymous({string.Join(",", type.GetMembers().OfType<IPropertySymbol>().Select(property => $"{property.Name}:{Type(property.Type)}"))})";
        if (EventShape.StoredName(type) is { } stored)
            return $"event({FoldLiteral.Of(stored)},{FoldLiteral.Of(EventShape.SchemaVersion(type))})";
        return type.ContainingType is { } container
            ? $"{Type(container)}+{type.MetadataName}"
            : $"{TypeNames.Namespace(type)}.{type.MetadataName}";
    }
}
