using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Foldstream.Generators;

/// <summary>What a compilation declares, the bodies left aside: all that decides what a name in a body stands for.</summary>
internal sealed class DeclarationSnapshot(Compilation compilation)
{
    private readonly SyntaxTree[] trees = [.. compilation.SyntaxTrees];
    private readonly MetadataReference[] references = [.. compilation.References];
    private readonly CompilationOptions options = compilation.Options;
    private readonly ConditionalWeakTable<Compilation, StrongBox<bool>> answers = new();

    /// <summary>Whether names stand for the same in another compilation; compared once for each.</summary>
    public bool Holds(Compilation other) => answers.GetValue(other, candidate => new StrongBox<bool>(Compare(candidate))).Value;

    private bool Compare(Compilation other) =>
        other.Options.Equals(options)
        && other.References.SequenceEqual(references)
        && other.SyntaxTrees.Take(trees.Length + 1).Count() == trees.Length
        && other.SyntaxTrees.Zip(trees, DeclareTheSame).All(same => same);

    private static bool DeclareTheSame(SyntaxTree tree, SyntaxTree before) => ReferenceEquals(tree, before)
        || (tree.Options.Equals(before.Options) && SyntaxFactory.AreEquivalent(tree, before, topLevel: true));
}
