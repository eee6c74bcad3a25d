using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The name of the converter that is generated beside an event: known from the event alone, in every assembly.</summary>
internal static class ConverterName
{
    /// <summary>Its simple name: <c>AccountOpenedJsonConverter</c>, for a nested event <c>Account_OpenedJsonConverter</c>.</summary>
    public static string Simple(INamedTypeSymbol type) =>
        string.Join("_", TypeNames.Containers(type).Append(type).Select(part => part.Name)) + "JsonConverter";

    /// <summary>Its name in code from anywhere.</summary>
    public static string Qualified(INamedTypeSymbol type)
    {
        var @namespace = TypeNames.Namespace(type);
        return @namespace.Length == 0 ? $"global::{Simple(type)}" : $"global::{@namespace}.{Simple(type)}";
    }

    /// <summary>A type of the user's that has the converter's name already; null where it is free.</summary>
    public static INamedTypeSymbol? FindTaken(INamedTypeSymbol type) =>
        type.ContainingNamespace.GetTypeMembers(Simple(type)).FirstOrDefault(GeneratedCode.IsWrittenByUser);

    /// <summary>Another event whose converter would have the same name, such as <c>Account_Opened</c> beside a nested <c>Account.Opened</c>; null where there is none.</summary>
    public static INamedTypeSymbol? FindRival(INamedTypeSymbol type)
    {
        var name = string.Join("_", TypeNames.Containers(type).Append(type).Select(part => part.Name));
        return name.IndexOf('_') < 0
            ? null
            : FindByJoinedName(type.ContainingNamespace, name).FirstOrDefault(other => EventShape.IsEvent(other) && !SymbolEqualityComparer.Default.Equals(other, type));
    }

    private static IEnumerable<INamedTypeSymbol> FindByJoinedName(INamespaceOrTypeSymbol container, string name)
    {
        foreach (var found in container.GetTypeMembers(name))
            yield return found;
        for (var end = name.IndexOf('_'); end >= 0; end = name.IndexOf('_', end + 1))
        {
            foreach (var outer in container.GetTypeMembers(name.Substring(0, end)))
            {
                foreach (var found in FindByJoinedName(outer, name.Substring(end + 1)))
                    yield return found;
            }
        }
    }

    /// <summary>As visible as the event itself.</summary>
    public static string Accessibility(INamedTypeSymbol type) =>
        TypeNames.Containers(type).Append(type).All(part => part.DeclaredAccessibility == Microsoft.CodeAnalysis.Accessibility.Public)
            ? "public"
            : "internal";
}
