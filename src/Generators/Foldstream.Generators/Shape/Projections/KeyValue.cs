using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>How a key becomes text.</summary>
internal enum KeyValueForm
{
    Text,
    Guid,
    Integer,

    /// <summary>By the names that JSON has.</summary>
    Enum,
}

/// <summary>What a <c>[Key]</c> method returns.</summary>
/// <param name="Type">The type of one key, without its nullability.</param>
/// <param name="Form">How its value becomes text.</param>
/// <param name="Value">The type of the value: that of the key, or what it wraps.</param>
/// <param name="Property">The property of the wrapper; null where the key is the value itself.</param>
/// <param name="IsNullable">Whether a key may be null.</param>
/// <param name="IsMany">Whether it is a sequence of keys.</param>
internal sealed record KeyValue(ITypeSymbol Type, KeyValueForm Form, ITypeSymbol Value, IPropertySymbol? Property, bool IsNullable, bool IsMany)
{
    /// <summary>The value that a method returns; null where it cannot be a key.</summary>
    public static KeyValue? Of(ITypeSymbol returned) => One(returned) ?? (ElementOf(returned) is { } element && One(element) is { } item ? item with { IsMany = true } : null);

    private static KeyValue? One(ITypeSymbol type)
    {
        var key = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        var isNullable = !SymbolEqualityComparer.Default.Equals(key, type) || type.IsReferenceType;
        return JsonTypes.OfItself(key) switch
        {
            JsonWrapper { Property: { } property } wrapper when !wrapper.Faults.Any() && FormOf(property.Type) is { } form => new(key, form, property.Type, property, isNullable, IsMany: false),
            JsonWrapper => null,
            _ => FormOf(key) is { } form ? new(key, form, key, null, isNullable, IsMany: false) : null,
        };
    }

    private static KeyValueForm? FormOf(ITypeSymbol type) => JsonTypes.OfItself(type) switch
    {
        JsonScalar { Name: "String" } => KeyValueForm.Text,
        JsonScalar { Name: "Guid" } => KeyValueForm.Guid,
        JsonScalar { Symbol.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } => KeyValueForm.Integer,
        JsonEnum @enum when !@enum.Faults.Any() => KeyValueForm.Enum,
        _ => null,
    };

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => array.ElementType,
        INamedTypeSymbol named => named.AllInterfaces.Prepend(named)
            .FirstOrDefault(face => face.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
        _ => null,
    };
}
