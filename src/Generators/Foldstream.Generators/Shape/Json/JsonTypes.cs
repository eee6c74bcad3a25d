using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Says what a type is in JSON: the first kind that claims it.</summary>
internal static class JsonTypes
{
    private static readonly Func<ITypeSymbol, JsonType?>[] Kinds =
    [
        JsonScalar.Claim,
        JsonNullable.Claim,
        JsonSequence.Claim,
        JsonDictionary.Claim,
        JsonEventReference.Claim,
        JsonConverted.Claim,
        JsonWrapper.Claim,
        JsonEnum.Claim,
        JsonHierarchy.Claim,
        JsonObject.Claim,
    ];

    /// <summary>What a type is at a member, whose converter goes before all else.</summary>
    public static JsonType Of(ITypeSymbol type, ISymbol? member) =>
        member is null ? Of(type) : JsonConverted.Claim(member, type) ?? Of(type);

    public static JsonType Of(ITypeSymbol type)
    {
        foreach (var claim in Kinds)
        {
            if (claim(type) is { } kind)
                return kind;
        }

        return JsonUnsupported.Of(type);
    }
}
