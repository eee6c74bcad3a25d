using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Says what a type is in JSON: the first kind that claims it.</summary>
internal static class JsonTypes
{
    private static readonly Func<ITypeSymbol, JsonType?>[] Kinds =
    [
        JsonScalar.Claim,
        JsonEnum.Claim,
        JsonNullable.Claim,
        JsonSequence.Claim,
        JsonDictionary.Claim,
        JsonEventReference.Claim,
        JsonObject.Claim,
    ];

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
