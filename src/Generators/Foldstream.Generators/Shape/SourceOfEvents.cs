using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The aggregate or decider whose events a projection or subscriber reads: <c>Of = typeof(Account)</c>.</summary>
internal static class SourceOfEvents
{
    public const string Argument = "Of";

    /// <summary>The type that an attribute names; null where it names none.</summary>
    public static INamedTypeSymbol? Find(AttributeData attribute) => attribute.Named<INamedTypeSymbol>(Argument);

    /// <summary>Whether a type has events of its own.</summary>
    public static bool IsUsable(INamedTypeSymbol type) => Category(type) is not null;

    /// <summary>The category of the type's streams; null where it is neither an aggregate nor a decider.</summary>
    public static string? Category(INamedTypeSymbol type) => AggregateShape.Category(type) ?? DeciderShape.Category(type);

    /// <summary>The events that the type handles or ignores.</summary>
    /// <remarks>Handlers of another assembly are private, and not seen: there the generated part lists them.</remarks>
    public static IReadOnlyList<INamedTypeSymbol> Events(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.IsEmpty
        ? Listed(type)
        : [.. AggregateEvents(type).Concat(DeciderEvents(type)).Concat(IgnoredEvents.Of(type)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)];

    private static IEnumerable<INamedTypeSymbol> AggregateEvents(INamedTypeSymbol type) =>
        AggregateShape.Category(type) is null ? [] : AggregateShape.HandledEvents(type);

    private static IEnumerable<INamedTypeSymbol> DeciderEvents(INamedTypeSymbol type) =>
        DeciderShape.Category(type) is null ? [] : DeciderShape.HandledEvents(type);

    private static IReadOnlyList<INamedTypeSymbol> Listed(INamedTypeSymbol type) =>
    [
        .. type.GetAttributes()
            .Where(attribute => attribute.Is(KnownTypes.EventSetAttribute))
            .SelectMany(attribute => attribute.ConstructorArguments)
            .Where(argument => argument is { Kind: TypedConstantKind.Array, IsNull: false })
            .SelectMany(argument => argument.Values)
            .Select(value => value.Value)
            .OfType<INamedTypeSymbol>(),
    ];
}
