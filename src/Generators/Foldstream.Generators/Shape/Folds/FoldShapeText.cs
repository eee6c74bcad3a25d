using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Prints what a type of a fold is, its members left aside.</summary>
internal static class FoldShapeText
{
    public static string Of(INamedTypeSymbol shape, FoldNames names)
    {
        var bases = shape.BaseType is { } type ? names.Type(type) : "";
        return $"{shape.TypeKind} {names.Type(shape)}:{bases}{FoldAttributes.Json(shape, names)}{EnumMembers(shape)}\n";
    }

    // Stored by name and compared by value, so both count.
    private static string EnumMembers(INamedTypeSymbol shape) => shape.EnumUnderlyingType is null
        ? ""
        : string.Concat(shape.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
            .Select(field => $" {field.Name}={FoldLiteral.Of(field.ConstantValue)}")
            .OrderBy(field => field, StringComparer.Ordinal));
}
