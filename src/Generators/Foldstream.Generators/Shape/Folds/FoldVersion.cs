using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads <c>[FoldVersion(n)]</c>.</summary>
internal static class FoldVersion
{
    /// <summary>The number; null where the type has none.</summary>
    public static int? Of(ITypeSymbol type) =>
        type.Find(KnownTypes.FoldVersionAttribute)?.ConstructorArguments.FirstOrDefault().Value as int?;
}
