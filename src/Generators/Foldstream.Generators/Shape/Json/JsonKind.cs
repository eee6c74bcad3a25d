using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>One of the types that a hierarchy lists by <c>[JsonDerivedType]</c>.</summary>
/// <param name="Type">The type; null where the attribute names none.</param>
/// <param name="Id">What tells it from the others in JSON, a string or an integer; null where the attribute gives nothing.</param>
internal sealed record JsonKind(INamedTypeSymbol? Type, object? Id)
{
    /// <summary>Its members; null where it cannot be an object of its own.</summary>
    public JsonObject? Object { get; } = Type is not null && JsonObject.CanBe(Type) ? new(Type, JsonAttributes.Polymorphic, JsonAttributes.DerivedType) : null;

    public static IReadOnlyList<JsonKind> Of(INamedTypeSymbol type) =>
        [.. type.GetAttributes().Where(attribute => attribute.Is(JsonAttributes.DerivedType)).Select(Of)];

    private static JsonKind Of(AttributeData attribute) => new(
        attribute.First<INamedTypeSymbol>(),
        attribute.ConstructorArguments.Length > 1 ? attribute.ConstructorArguments[1].Of<object>() : null);
}
