using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The methods of the framework's collections, and of <c>StringBuilder</c>, that change what they are called on.</summary>
internal static class MutableCollections
{
    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal)
    {
        "System.Collections", "System.Collections.Concurrent", "System.Collections.Generic", "System.Collections.ObjectModel", "System.Collections.Specialized",
    };

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "Add", "AddAfter", "AddBefore", "AddFirst", "AddLast", "AddOrUpdate", "AddRange", "Append", "AppendFormat", "AppendJoin", "AppendLine", "Clear", "Dequeue",
        "Enqueue", "EnqueueRange", "ExceptWith", "GetOrAdd", "Insert", "InsertRange", "IntersectWith", "Pop", "Push", "Remove", "RemoveAll", "RemoveAt", "RemoveFirst",
        "RemoveLast", "RemoveRange", "RemoveWhere", "Replace", "Reverse", "Sort", "SymmetricExceptWith", "TryAdd", "TryDequeue", "TryPop", "TryRemove", "TryTake",
        "TryUpdate", "UnionWith",
    };

    public static bool IsChangedBy(IMethodSymbol method) =>
        method is { IsStatic: false, ContainingType.DeclaringSyntaxReferences.IsEmpty: true } && Methods.Contains(method.Name) && IsCollection(method.ContainingType);

    private static bool IsCollection(INamedTypeSymbol type)
    {
        var @namespace = type.ContainingNamespace.ToDisplayString();
        return Namespaces.Contains(@namespace) || (type.Name == "StringBuilder" && @namespace == "System.Text");
    }
}
