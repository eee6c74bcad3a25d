using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The JsonSerializerContext that <c>[assembly: EventJson]</c> names.</summary>
/// <param name="Named">What the attribute names; null where there is none.</param>
/// <param name="Type">The context; null where there is none that generated code can use.</param>
internal sealed record JsonUserContext(INamedTypeSymbol? Named, INamedTypeSymbol? Type)
{
    private const string Base = "System.Text.Json.Serialization.JsonSerializerContext";
    private const string Listing = "System.Text.Json.Serialization.JsonSerializableAttribute";

    private readonly HashSet<ITypeSymbol> listed = ListedBy(Type);

    public static JsonUserContext Of(IAssemblySymbol assembly)
    {
        var named = assembly.Find(KnownTypes.EventJsonAttribute)?.First<INamedTypeSymbol>();
        return new(named, named is not null && IsUsable(named) ? named : null);
    }

    public bool Lists(ITypeSymbol type) => listed.Contains(type);

    /// <summary>How a type gets to the context, to follow another way out.</summary>
    public string WayOut(ITypeSymbol type)
    {
        var name = type.ToDisplayString(NullableFlowState.None, SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (Type is not null)
            return $", or list it in '{Type.Name}' with [JsonSerializable(typeof({name}))]";
        return Named is not null
            ? $", or let '{Named.Name}', which [assembly: EventJson] names, be a JsonSerializerContext that generated code can reach"
            : ", or leave it to a JsonSerializerContext that lists it and that [assembly: EventJson(typeof(…))] names";
    }

    private static bool IsUsable(INamedTypeSymbol type) =>
        JsonMembers.BasesOf(type).Any(@base => MetadataNames.Of(@base) == Base) && !type.IsAbstract && !JsonReach.Of(type).Any();

    private static HashSet<ITypeSymbol> ListedBy(INamedTypeSymbol? context) => context is null
        ? new(SymbolEqualityComparer.Default)
        : new(context.GetAttributes().Where(attribute => attribute.Is(Listing)).Select(attribute => attribute.First<ITypeSymbol>()).OfType<ITypeSymbol>(), SymbolEqualityComparer.Default);
}
