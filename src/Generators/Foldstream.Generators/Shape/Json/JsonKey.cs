using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What can be the key of a dictionary: a text, a Guid, an integer, an enum, or a wrapper of these.</summary>
internal static class JsonKey
{
    public static bool IsSupported(ITypeSymbol type) => JsonTypes.OfItself(type) switch
    {
        JsonScalar scalar => IsSupported(scalar),
        JsonEnum => true,
        JsonWrapper { Property: { } property } => JsonTypes.OfItself(property.Type) is JsonEnum || (JsonTypes.OfItself(property.Type) is JsonScalar scalar && IsSupported(scalar)),
        _ => false,
    };

    private static bool IsSupported(JsonScalar scalar) =>
        scalar.Name is "String" or "Guid" || scalar.Symbol.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
}
