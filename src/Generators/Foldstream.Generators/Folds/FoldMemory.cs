using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Remembers the fingerprints of types whose code, and everything that it names, is as it was.</summary>
/// <remarks>
/// Every transform runs at every keystroke, and binding every handler of a project each time is dear. A fingerprint follows from the
/// files that it read and from what all files declare; both are compared here, so a remembered one is never another one.
/// Nothing is kept alive: what is remembered goes with the syntax tree that it is about.
/// </remarks>
internal static class FoldMemory
{
    private static readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<string, Entry>> Entries = new();
    private static readonly WeakReference<DeclarationSnapshot?> Latest = new(null);

    public static string GetOrCompute(string key, SemanticModel model, Func<FoldCode, string> compute)
    {
        var entries = Entries.GetOrCreateValue(model.SyntaxTree);
        if (entries.TryGetValue(key, out var known) && known.IsTrueFor(model.Compilation))
            return known.Fingerprint;
        var code = new FoldCode(model);
        var fingerprint = compute(code);
        entries[key] = new Entry(fingerprint, [.. code.Trees], SnapshotOf(model.Compilation));
        return fingerprint;
    }

    // One for all types of a compilation, and for as many compilations as possible.
    private static DeclarationSnapshot SnapshotOf(Compilation compilation)
    {
        if (Latest.TryGetTarget(out var latest) && latest!.Holds(compilation))
            return latest;
        var snapshot = new DeclarationSnapshot(compilation);
        Latest.SetTarget(snapshot);
        return snapshot;
    }

    private sealed record Entry(string Fingerprint, IReadOnlyList<SyntaxTree> Read, DeclarationSnapshot Declarations)
    {
        public bool IsTrueFor(Compilation compilation) => Read.All(compilation.ContainsSyntaxTree) && Declarations.Holds(compilation);
    }
}
