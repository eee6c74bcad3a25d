using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What is left to the user's JsonSerializerContext.</summary>
internal sealed record JsonDelegated(ITypeSymbol Symbol, INamedTypeSymbol Context) : JsonType(Symbol);
