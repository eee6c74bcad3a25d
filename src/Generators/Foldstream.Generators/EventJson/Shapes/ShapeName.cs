using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The name of the class that reads and writes a type: another one for every type.</summary>
internal static class ShapeName
{
    /// <summary><c>Bank_Money</c>; <c>ListOf__Bank_Money</c>, two underscores being in no name of a type.</summary>
    public static string Of(JsonType type) => type switch
    {
        JsonNullable nullable => $"NullableOf__{Of(nullable.Value)}",
        JsonSequence { Form: JsonSequenceForm.Array } array => $"ArrayOf__{Of(array.Element)}",
        JsonSequence sequence => $"{sequence.Symbol.Name}Of__{Of(sequence.Element)}",
        JsonDictionary dictionary => $"{dictionary.Symbol.Name}Of__{Of(dictionary.Value)}",
        { Symbol: INamedTypeSymbol named } => FullName(named),
        _ => $"ArrayOf__{Of(((IArrayTypeSymbol)type.Symbol).ElementType)}",
    };

    private static string Of(ITypeSymbol type) => Of(JsonTypes.Of(type));

    private static string FullName(INamedTypeSymbol type) => string.Join("_", TypeNames.FullName(type).Split('.').Select(part => part.Replace("_", "_0")));
}
