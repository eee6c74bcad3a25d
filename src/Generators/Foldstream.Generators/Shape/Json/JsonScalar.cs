using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>How a scalar is written.</summary>
internal enum JsonScalarForm
{
    Boolean,
    Number,
    Text,

    /// <summary>By a method of the runtime, because the JSON reader and writer have none.</summary>
    Special,
}

/// <summary>A single value.</summary>
/// <param name="Symbol">The type.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Name">The name by which readers call it: <c>Int32</c> for <c>GetInt32</c>.</param>
internal sealed record JsonScalar(ITypeSymbol Symbol, JsonScalarForm Form, string Name) : JsonType(Symbol)
{
    public static JsonScalar? Claim(ITypeSymbol type) => type switch
    {
        { SpecialType: not SpecialType.None } => OfSpecialType(type),
        IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => new(type, JsonScalarForm.Special, "Bytes"),
        INamedTypeSymbol { Name: "Memory" or "ReadOnlyMemory", ContainingType: null, Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } memory => OfMemory(memory),
        INamedTypeSymbol { ContainingType: null, Arity: 0, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => OfSystem(type),
        _ => null,
    };

    private static JsonScalar? OfSpecialType(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => new(type, JsonScalarForm.Boolean, "Boolean"),
        SpecialType.System_String => new(type, JsonScalarForm.Text, "String"),
        SpecialType.System_DateTime => new(type, JsonScalarForm.Text, "DateTime"),
        SpecialType.System_Char => new(type, JsonScalarForm.Special, "Char"),
        >= SpecialType.System_SByte and <= SpecialType.System_Double => new(type, JsonScalarForm.Number, type.Name),
        _ => null,
    };

    private static JsonScalar? OfMemory(INamedTypeSymbol type) =>
        type.TypeArguments[0].SpecialType == SpecialType.System_Byte ? new(type, JsonScalarForm.Special, type.Name) : null;

    private static JsonScalar? OfSystem(ITypeSymbol type) => type.Name switch
    {
        "Guid" or "DateTimeOffset" => new(type, JsonScalarForm.Text, type.Name),
        "DateOnly" or "TimeOnly" or "TimeSpan" or "Uri" or "Half" or "Version" => new(type, JsonScalarForm.Special, type.Name),
        _ => null,
    };
}
