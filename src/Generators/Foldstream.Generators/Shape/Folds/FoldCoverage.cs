namespace Foldstream.Generators;

/// <summary>What a fingerprint knows of a member that a fold uses.</summary>
internal enum FoldCoverage
{
    /// <summary>All there is to know stands in the name: the base library, constants, plain data.</summary>
    Named,

    /// <summary>Its code is part of the fingerprint.</summary>
    Followed,

    /// <summary>Its code can change without the fingerprint.</summary>
    Elsewhere,
}
