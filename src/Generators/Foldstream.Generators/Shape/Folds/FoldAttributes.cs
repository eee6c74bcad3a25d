using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Prints the attributes that decide what a member is read from, or what its generated code does.</summary>
internal static class FoldAttributes
{
    private const string JsonNamespace = "System.Text.Json.Serialization";

    public static string Json(ISymbol symbol, FoldNames names) =>
        Print(symbol.GetAttributes().Where(attribute => attribute.AttributeClass?.ContainingNamespace.ToDisplayString() == JsonNamespace), names);

    public static string All(ISymbol symbol, FoldNames names) => Print(symbol.GetAttributes(), names);

    private static string Print(IEnumerable<AttributeData> attributes, FoldNames names) => string.Concat(attributes
        .Where(attribute => attribute.AttributeClass is not null)
        .Select(attribute => Print(attribute, names))
        .OrderBy(attribute => attribute, StringComparer.Ordinal));

    private static string Print(AttributeData attribute, FoldNames names)
    {
        var arguments = attribute.ConstructorArguments.Select(argument => Print(argument, names));
        var named = attribute.NamedArguments.OrderBy(argument => argument.Key, StringComparer.Ordinal)
            .Select(argument => $"{argument.Key}={Print(argument.Value, names)}");
        return $" [{names.Type(attribute.AttributeClass!)}({string.Join(",", arguments.Concat(named))})]";
    }

    private static string Print(TypedConstant constant, FoldNames names) => constant switch
    {
        { Kind: TypedConstantKind.Array, IsNull: false } => $"[{string.Join(",", constant.Values.Select(value => Print(value, names)))}]",
        { Value: ITypeSymbol type } => names.Type(type),
        { Kind: TypedConstantKind.Array } => "null",
        _ => FoldLiteral.Of(constant.Value),
    };
}
