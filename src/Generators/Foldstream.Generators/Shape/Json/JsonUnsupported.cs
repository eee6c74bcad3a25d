using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What events cannot hold, and why.</summary>
internal sealed record JsonUnsupported(ITypeSymbol Symbol, string Reason, string WayOut) : JsonType(Symbol)
{
    public override IEnumerable<JsonFault> Faults => [new(null, Reason, WayOut)];

    public static JsonUnsupported Of(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => new(type, "has a type that is not known", "declare the type, or refer to where it is"),
        { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } => new(type, "can be anything", "give it the type that it really has"),
        { IsTupleType: true } => new(type, "is a tuple", "declare a record with named properties for it"),
        { TypeKind: TypeKind.Delegate } => new(type, "is a delegate", "keep data in events, and behaviour out of them"),
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } or { IsRefLikeType: true } => new(type, $"is a '{Name(type)}', which lives in memory only", "use a type that holds the data"),
        { TypeKind: TypeKind.TypeParameter } => new(type, "has a type parameter for a type", "give it a type of its own"),
        { TypeKind: TypeKind.Array } => new(type, "is an array of several dimensions", "use an array of arrays, or a list"),
        INamedTypeSymbol { Name: "Int128" or "UInt128" or "BigInteger" } number when MetadataNames.IsOfFramework(number) =>
            new(type, $"is a number of type '{Name(type)}', which few JSON readers take without a loss", "use long or decimal, or hold its digits in a string"),
        INamedTypeSymbol named => OfNamed(named),
        _ => Plain(type),
    };

    private static JsonUnsupported OfNamed(INamedTypeSymbol type)
    {
        if (IsCollection(type))
            return new(type, $"is a collection of a type that events cannot hold, '{Name(type)}'", "use an array, List<T>, HashSet<T>, Dictionary<TKey, TValue>, an interface of these, ImmutableArray<T>, ImmutableList<T>, ImmutableHashSet<T> or ImmutableDictionary<TKey, TValue>");
        if (MetadataNames.IsOfFramework(type))
            return Plain(type);
        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
            return new(type, $"is of the {(type.TypeKind == TypeKind.Interface ? "interface" : "abstract type")} '{Name(type)}', and the stored text does not say which type it was", "use a concrete type, or list its kinds with [JsonDerivedType(typeof(…), \"…\")]");
        return Plain(type);
    }

    private static JsonUnsupported Plain(ITypeSymbol type) => new(
        type,
        $"is of type '{Name(type)}', which events cannot hold",
        "use a number, a text, a date, an enum, or a record of these");

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_Collections_IEnumerable
        || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
