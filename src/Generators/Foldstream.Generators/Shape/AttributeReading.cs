using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads attributes by symbol, never by the way they are spelled.</summary>
internal static class AttributeReading
{
    public static AttributeData? Find(this ISymbol symbol, string metadataName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Is(attribute, metadataName))
                return attribute;
        }

        return null;
    }

    public static bool Is(this AttributeData attribute, string metadataName)
    {
        var type = attribute.AttributeClass?.OriginalDefinition;
        return type is not null
            && type.ContainingType is null
            && metadataName.EndsWith(type.MetadataName, StringComparison.Ordinal)
            && IsNamespace(type.ContainingNamespace, metadataName, metadataName.Length - type.MetadataName.Length - 1);
    }

    // Part by part from the end: this runs for every attribute at every keystroke, and builds no text.
    private static bool IsNamespace(INamespaceSymbol @namespace, string name, int end)
    {
        for (; end > 0 && name[end] == '.' && !@namespace.IsGlobalNamespace; @namespace = @namespace.ContainingNamespace)
        {
            var start = end - @namespace.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, @namespace.Name, 0, @namespace.Name.Length) != 0)
                return false;
            if (start == 0)
                return @namespace.ContainingNamespace.IsGlobalNamespace;
            end = start - 1;
        }

        return false;
    }

    /// <summary>The first constructor argument as text; null where it is absent or not text.</summary>
    public static string? FirstText(this AttributeData attribute) => attribute.First<string>();

    /// <summary>The first constructor argument; the default where it is absent or of another type.</summary>
    public static T? First<T>(this AttributeData attribute) => attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0].Of<T>() : default;

    /// <summary>The value of an argument, one of several being no value; the default where it is of another type.</summary>
    public static T? Of<T>(this TypedConstant argument) => argument is { Kind: not TypedConstantKind.Array, Value: T value } ? value : default;

    /// <summary>A named argument's value; the default of its type where it is not given.</summary>
    public static T? Named<T>(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Value is T value)
                return value;
        }

        return default;
    }
}
