using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A dictionary: an object with the keys as the names of its members.</summary>
/// <param name="Dictionary">The type.</param>
/// <param name="IsImmutable">Whether it is made from a dictionary, once that is read.</param>
internal sealed record JsonDictionary(INamedTypeSymbol Dictionary, bool IsImmutable) : JsonType(Dictionary)
{
    public ITypeSymbol Key => Dictionary.TypeArguments[0];

    public ITypeSymbol Value => Dictionary.TypeArguments[1];

    // A key of another type is a fault of its own, and what it holds is not looked at.
    public override IEnumerable<JsonPart> Parts => JsonKey.IsSupported(Key) ? [new(Key, "", null), new(Value, "[]", null)] : [new(Value, "[]", null)];

    public override IEnumerable<JsonFault> Faults => JsonKey.IsSupported(Key)
        ? []
        : [new(null, $"has keys of type '{Key.ToDisplayString()}'", "use strings, Guids, integers, enums, or [EventValue] types of these as keys")];

    public static JsonDictionary? Claim(ITypeSymbol type) => type is INamedTypeSymbol { Arity: 2 } named
        ? MetadataNames.Of(named.OriginalDefinition) switch
        {
            "System.Collections.Generic.Dictionary`2"
                or "System.Collections.Generic.IDictionary`2"
                or "System.Collections.Generic.IReadOnlyDictionary`2" => new(named, IsImmutable: false),
            "System.Collections.Immutable.ImmutableDictionary`2" => new(named, IsImmutable: true),
            _ => null,
        }
        : null;
}
