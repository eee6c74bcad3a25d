using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads the types marked with <c>[Decider]</c>.</summary>
internal static class DeciderParser
{
    /// <summary>The decider; null where the generator cannot serve it, which the rules explain.</summary>
    public static DeciderModel? Parse(INamedTypeSymbol type)
    {
        if (!DeciderShape.IsServable(type))
            return null;
        var handled = HandledEvent.Of(DeciderShape.HandledEvents(type));
        return new DeciderModel(
            TypeNesting.Of(type),
            DeciderShape.Category(type)!,
            handled,
            HandledEvent.OfIgnored(IgnoredEvents.Of(type), handled),
            DeciderShape.Commands(type).Select(TypeNames.QualifiedNullable).Distinct(StringComparer.Ordinal).ToEquatableArray());
    }
}
