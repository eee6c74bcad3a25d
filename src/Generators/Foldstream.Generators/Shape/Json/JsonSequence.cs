using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What holds the elements of a sequence.</summary>
internal enum JsonSequenceForm
{
    Array,

    /// <summary>A list, or an interface that a list has.</summary>
    List,

    /// <summary>A set, or an interface that a set has.</summary>
    Set,

    ImmutableArray,
    ImmutableList,
    ImmutableSet,
}

/// <summary>An array, a list, a set, or what one of them can stand for.</summary>
/// <param name="Symbol">The type.</param>
/// <param name="Form">What holds the elements once they are read.</param>
/// <param name="Element">The type of the elements.</param>
/// <param name="IsIndexed">Whether elements are reached by index without an enumerator.</param>
internal sealed record JsonSequence(ITypeSymbol Symbol, JsonSequenceForm Form, ITypeSymbol Element, bool IsIndexed) : JsonType(Symbol)
{
    public override IEnumerable<JsonPart> Parts => [new(Element, "[]", null)];

    public static JsonSequence? Claim(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => new(type, JsonSequenceForm.Array, array.ElementType, IsIndexed: false),
        INamedTypeSymbol { Arity: 1 } generic => OfGeneric(generic),
        _ => null,
    };

    private static JsonSequence? OfGeneric(INamedTypeSymbol type) => MetadataNames.Of(type.OriginalDefinition) switch
    {
        "System.Collections.Generic.List`1" => Of(type, JsonSequenceForm.List),
        "System.Collections.Generic.IList`1" or "System.Collections.Generic.IReadOnlyList`1" => Of(type, JsonSequenceForm.List, isIndexed: true),
        "System.Collections.Generic.IEnumerable`1" or "System.Collections.Generic.ICollection`1" or "System.Collections.Generic.IReadOnlyCollection`1" => Of(type, JsonSequenceForm.List),
        "System.Collections.Generic.HashSet`1" or "System.Collections.Generic.ISet`1" or "System.Collections.Generic.IReadOnlySet`1" => Of(type, JsonSequenceForm.Set),
        "System.Collections.Immutable.ImmutableArray`1" => Of(type, JsonSequenceForm.ImmutableArray),
        "System.Collections.Immutable.ImmutableList`1" => Of(type, JsonSequenceForm.ImmutableList),
        "System.Collections.Immutable.ImmutableHashSet`1" => Of(type, JsonSequenceForm.ImmutableSet),
        _ => null,
    };

    private static JsonSequence Of(INamedTypeSymbol type, JsonSequenceForm form, bool isIndexed = false) =>
        new(type, form, type.TypeArguments[0], isIndexed);
}
