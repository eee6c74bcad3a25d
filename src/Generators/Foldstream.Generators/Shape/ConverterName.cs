using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The name of the converter that is generated beside an event: known from the event alone, in every assembly.</summary>
internal static class ConverterName
{
    /// <summary>Its simple name: <c>AccountOpenedJsonConverter</c>, for a nested event <c>Account_OpenedJsonConverter</c>.</summary>
    public static string Simple(INamedTypeSymbol type) =>
        Joined(type) + "JsonConverter";

    /// <summary>Its name in code from anywhere.</summary>
    public static string Qualified(INamedTypeSymbol type)
    {
        var @namespace = TypeNames.Namespace(type);
        return @namespace.Length == 0 ? $"global::{Simple(type)}" : $"global::{@namespace}.{Simple(type)}";
    }

    /// <summary>A type of the user's that has the converter's name already; null where it is free.</summary>
    public static INamedTypeSymbol? FindTaken(INamedTypeSymbol type) =>
        type.ContainingNamespace.GetTypeMembers(Simple(type)).FirstOrDefault(GeneratedCode.IsWrittenByUser);

    /// <summary>Another event whose converter has the name, as <c>Account_Opened</c> has that of <c>Account.Opened</c>, and that goes first; null where there is none.</summary>
    public static INamedTypeSymbol? FindTwin(INamedTypeSymbol type) => Named(type.ContainingNamespace, Joined(type))
        .FirstOrDefault(other => EventShape.IsEvent(other) && string.CompareOrdinal(TypeNames.FullName(other), TypeNames.FullName(type)) < 0);

    /// <summary>As visible as the event itself.</summary>
    public static string Accessibility(INamedTypeSymbol type) =>
        TypeNames.Containers(type).Append(type).All(part => part.DeclaredAccessibility == Microsoft.CodeAnalysis.Accessibility.Public)
            ? "public"
            : "internal";

    private static string Joined(INamedTypeSymbol type) => string.Join("_", TypeNames.Containers(type).Append(type).Select(part => part.Name));

    private static IEnumerable<INamedTypeSymbol> Named(INamespaceOrTypeSymbol container, string joined)
    {
        foreach (var type in container.GetTypeMembers(joined))
            yield return type;
        for (var end = joined.IndexOf('_'); end >= 0; end = joined.IndexOf('_', end + 1))
        {
            foreach (var type in container.GetTypeMembers(joined.Substring(0, end)).SelectMany(outer => Named(outer, joined.Substring(end + 1))))
                yield return type;
        }
    }
}
