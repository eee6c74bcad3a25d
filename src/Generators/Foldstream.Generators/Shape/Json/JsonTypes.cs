using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Says what a type is in JSON inside of the events of an assembly.</summary>
internal sealed class JsonTypes(IAssemblySymbol assembly)
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

    private readonly JsonUserContext context = JsonUserContext.Of(assembly);
    private readonly Dictionary<ITypeSymbol, bool> delegated = new(SymbolEqualityComparer.Default);

    /// <summary>What a type is at a member, whose converter goes before all else.</summary>
    public JsonType Of(ITypeSymbol type, ISymbol? member) => (member is null ? null : JsonConverted.Claim(member, type)) ?? Of(type);

    public JsonType Of(ITypeSymbol type)
    {
        var own = OfItself(type);
        if (own is JsonUnsupported { IsRefused: true })
            return own;
        if (context.Lists(type) && IsDelegated(own))
            return new JsonDelegated(type, context.Type!);
        return own is JsonUnsupported unsupported ? unsupported with { WayOut = unsupported.WayOut + context.WayOut(type) } : own;
    }

    /// <summary>What a type is without the user's context: the first kind that claims it.</summary>
    public static JsonType OfItself(ITypeSymbol type)
    {
        foreach (var claim in Kinds)
        {
            if (claim(type) is { } kind)
                return kind;
        }

        return JsonUnsupported.Of(type);
    }

    // Where it cannot be served with all that it holds. What holds itself is decided on once.
    private bool IsDelegated(JsonType own)
    {
        if (delegated.TryGetValue(own.Symbol, out var known))
            return known;
        delegated[own.Symbol] = false;
        var walk = new JsonProblemWalk(own.Symbol, this);
        walk.Visit(own);
        return delegated[own.Symbol] = walk.Problems.Count > 0;
    }
}
