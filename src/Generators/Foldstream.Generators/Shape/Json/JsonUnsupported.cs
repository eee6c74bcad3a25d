using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What events cannot hold, and why.</summary>
/// <param name="Symbol">The type.</param>
/// <param name="Reason">Why not.</param>
/// <param name="WayOut">What to do.</param>
/// <param name="IsRefused">Whether no JsonSerializerContext is let at it either: it would not come back as it was.</param>
internal sealed record JsonUnsupported(ITypeSymbol Symbol, string Reason, string WayOut, bool IsRefused) : JsonType(Symbol)
{
    public override IEnumerable<JsonFault> Faults => [new(null, Reason, WayOut)];

    public static JsonUnsupported Of(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => Refused(type, "has a type that is not known", "declare the type, or refer to where it is"),
        { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } => Refused(type, "can be anything", "give it the type that it really has"),
        { IsTupleType: true } => Refused(type, "is a tuple", "declare a record with named properties for it"),
        { TypeKind: TypeKind.Delegate } => Refused(type, "is a delegate", "keep data in events, and behaviour out of them"),
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } or { IsRefLikeType: true } => Refused(type, $"is a '{Name(type)}', which lives in memory only", "use a type that holds the data"),
        { TypeKind: TypeKind.TypeParameter } => Refused(type, "has a type parameter for a type", "give it a type of its own"),
        { TypeKind: TypeKind.Array } => Refused(type, "is an array of several dimensions", "use an array of arrays, or a list"),
        INamedTypeSymbol { Name: "Int128" or "UInt128" or "BigInteger" } number when MetadataNames.IsOfFramework(number) =>
            Refused(type, $"is a number of type '{Name(type)}', which few JSON readers take without a loss", "use long or decimal, or hold its digits in a string"),
        INamedTypeSymbol named => OfNamed(named),
        _ => Plain(type),
    };

    private static JsonUnsupported OfNamed(INamedTypeSymbol type)
    {
        if (IsCollection(type))
        {
            return Unknown(
                type,
                $"is a collection of a type that events cannot hold, '{Name(type)}'",
                "use an array, List<T>, HashSet<T>, Dictionary<TKey, TValue>, an interface of these, ImmutableArray<T>, ImmutableList<T>, ImmutableHashSet<T> or ImmutableDictionary<TKey, TValue>");
        }

        return !MetadataNames.IsOfFramework(type) && (type.TypeKind == TypeKind.Interface || type.IsAbstract) ? Abstract(type) : Plain(type);
    }

    private static JsonUnsupported Abstract(INamedTypeSymbol type) => Unknown(
        type,
        $"is of the {(type.TypeKind == TypeKind.Interface ? "interface" : "abstract type")} '{Name(type)}', and the stored text does not say which type it was",
        "use a concrete type, list its kinds with [JsonDerivedType(typeof(…), \"…\")]");

    private static JsonUnsupported Plain(ITypeSymbol type) => Unknown(
        type,
        $"is of type '{Name(type)}', which events cannot hold",
        "use a number, a text, a date, an enum, or a record of these");

    private static JsonUnsupported Refused(ITypeSymbol type, string reason, string wayOut) => new(type, reason, wayOut, IsRefused: true);

    private static JsonUnsupported Unknown(ITypeSymbol type, string reason, string wayOut) => new(type, reason, wayOut, IsRefused: false);

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_Collections_IEnumerable
        || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
