using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A value type that may be null.</summary>
internal sealed record JsonNullable(ITypeSymbol Symbol, ITypeSymbol Value) : JsonType(Symbol)
{
    public override IEnumerable<JsonPart> Parts => [new(Value, "", null)];

    public static JsonNullable? Claim(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? new(type, nullable.TypeArguments[0])
            : null;
}
