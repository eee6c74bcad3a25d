using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Tells the user's members from generated ones: analyzers look at a compilation that holds both.</summary>
internal static class GeneratedCode
{
    public static bool IsWrittenByUser(ISymbol member) => member.DeclaringSyntaxReferences.Any(reference => !IsGenerated(reference.SyntaxTree));

    public static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);
}
