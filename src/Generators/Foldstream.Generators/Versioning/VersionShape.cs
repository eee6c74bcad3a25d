using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The type of a version of an event.</summary>
/// <param name="Type">The type in code.</param>
/// <param name="Converter">Its converter in code.</param>
internal sealed record VersionShape(string Type, string Converter)
{
    public static VersionShape Of(INamedTypeSymbol type) => new(TypeNames.Qualified(type), ConverterName.Qualified(type));
}
