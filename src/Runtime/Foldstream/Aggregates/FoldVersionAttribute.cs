namespace Foldstream;

/// <summary>Gives the fold of an aggregate or decider a version of its own, which is part of its fingerprint.</summary>
/// <remarks>
/// Needed where handlers call code that the fingerprint does not cover: raise the number whenever that code changes what a fold
/// leads to, so that no kept state outlives the change.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class FoldVersionAttribute : Attribute
{
    /// <summary>States the version; another number gives another fingerprint.</summary>
    public FoldVersionAttribute(int version) => Version = version;

    /// <summary>The version.</summary>
    public int Version { get; }
}
