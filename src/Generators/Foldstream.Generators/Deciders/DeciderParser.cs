using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads the types marked with <c>[Decider]</c>.</summary>
internal static class DeciderParser
{
    /// <summary>The decider; null where the generator cannot serve it, which the rules explain.</summary>
    public static DeciderModel? Parse(INamedTypeSymbol type) => DeciderShape.IsServable(type)
        ? new DeciderModel(
            TypeNesting.Of(type),
            DeciderShape.Category(type)!,
            HandledEvent.Of(DeciderShape.HandledEvents(type)),
            HandledEvent.Of(IgnoredEvents.Of(type)),
            DeciderShape.Commands(type).Select(TypeNames.QualifiedNullable).Distinct(StringComparer.Ordinal).ToEquatableArray())
        : null;
}
