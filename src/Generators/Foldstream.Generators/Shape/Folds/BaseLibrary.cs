using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What a handler may call without telling its fingerprint: code that changes with the framework and not with the application.</summary>
/// <remarks>Whether a call is pure is the question of other rules.</remarks>
internal static class BaseLibrary
{
    private const string Runtime = "Foldstream";

    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal)
    {
        "System",
        "System.Buffers",
        "System.Collections",
        "System.Collections.Concurrent",
        "System.Collections.Frozen",
        "System.Collections.Generic",
        "System.Collections.Immutable",
        "System.Collections.ObjectModel",
        "System.Collections.Specialized",
        "System.Diagnostics",
        "System.Diagnostics.CodeAnalysis",
        "System.Globalization",
        "System.Linq",
        "System.Numerics",
        "System.Runtime.CompilerServices",
        "System.Runtime.InteropServices",
        "System.Text",
        "System.Text.Json",
        "System.Text.Json.Nodes",
        "System.Text.RegularExpressions",
        Runtime,
    };

    /// <summary>Whether a fold may use the type.</summary>
    public static bool Holds(INamedTypeSymbol type) =>
        IsFramework(type) && Namespaces.Contains(type.ContainingNamespace.ToDisplayString());

    /// <summary>Whether the type belongs to the framework or to this library's runtime.</summary>
    public static bool IsFramework(INamedTypeSymbol type) =>
        type.ContainingAssembly is { } assembly
        && type.DeclaringSyntaxReferences.IsEmpty
        && (assembly.Name is "mscorlib" or "netstandard" or "System" or Runtime || assembly.Name.StartsWith("System.", StringComparison.Ordinal));
}
