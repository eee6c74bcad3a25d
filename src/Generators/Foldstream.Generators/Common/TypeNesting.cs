using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Foldstream.Generators;

/// <summary>Where a partial type stands: its namespace, the types around it and itself, each as it is declared again.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Containers">The declarations around it, from the outside: <c>partial class Shop</c>.</param>
/// <param name="Declaration">Its own: <c>partial class Account</c>.</param>
/// <param name="Name">Its name alone.</param>
/// <param name="FullName">Its name with namespace and containers, as a file is named.</param>
internal sealed record TypeNesting(
    string Namespace, EquatableArray<string> Containers, string Declaration, string Name, string FullName)
{
    public static TypeNesting Of(INamedTypeSymbol type) => new(
        TypeNames.Namespace(type),
        TypeNames.Containers(type).Select(Declare).ToEquatableArray(),
        Declare(type),
        TypeNames.Escape(type.Name),
        TypeNames.FullName(type));

    /// <summary>Prints a file that continues the type.</summary>
    public SourceWriter Continue(string baseTypes, Action<SourceWriter> members, string? attribute = null) =>
        Continue(GeneratedFile.Start(Namespace), baseTypes, members, attribute);

    /// <summary>Prints the rest of a file that continues the type, behind the head of the file.</summary>
    public SourceWriter Continue(SourceWriter writer, string baseTypes, Action<SourceWriter> members, string? attribute = null)
    {
        foreach (var container in Containers)
            writer.Open(container);
        if (attribute is not null)
            writer.Line(attribute);
        writer.Block(baseTypes.Length == 0 ? Declaration : $"{Declaration} : {baseTypes}", members);
        foreach (var _ in Containers)
            writer.Close();
        return writer;
    }

    private static string Declare(INamedTypeSymbol type)
    {
        var parameters = type.TypeParameters.Length == 0
            ? ""
            : $"<{string.Join(", ", type.TypeParameters.Select(parameter => parameter.Name))}>";
        return $"partial {Keyword(type)} {TypeNames.Escape(type.Name)}{parameters}";
    }

    private static string Keyword(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (TypeKind.Interface, _) => "interface",
        (_, true) => "record",
        _ => "class",
    };
}
