using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A dictionary keyed by text: an object with the keys as they are.</summary>
internal sealed record JsonDictionary(INamedTypeSymbol Dictionary) : JsonType(Dictionary)
{
    public ITypeSymbol Key => Dictionary.TypeArguments[0];

    public ITypeSymbol Value => Dictionary.TypeArguments[1];

    public override IEnumerable<JsonPart> Parts => [new(Value, "[]", null)];

    public override IEnumerable<JsonFault> Faults => Key.SpecialType == SpecialType.System_String
        ? []
        : [new(null, $"has keys of type '{Key.ToDisplayString()}'", "use string keys")];

    public static JsonDictionary? Claim(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 2 } named && IsDictionary(MetadataNames.Of(named.OriginalDefinition)) ? new(named) : null;

    private static bool IsDictionary(string name) => name
        is "System.Collections.Generic.Dictionary`2"
        or "System.Collections.Generic.IDictionary`2"
        or "System.Collections.Generic.IReadOnlyDictionary`2";
}
