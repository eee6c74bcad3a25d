namespace Foldstream;

/// <summary>A part of a regular expression.</summary>
internal abstract record TextPatternNode
{
    /// <summary>How many characters it asks for at the most, its repetitions written out: what an automaton for it costs.</summary>
    public abstract long Size { get; }
}

internal sealed record TextPatternCharacter(CharacterSet Characters) : TextPatternNode
{
    public override long Size => 1;
}

internal sealed record TextPatternAnchor(bool IsStart) : TextPatternNode
{
    public override long Size => 1;
}

internal sealed record TextPatternSequence(IReadOnlyList<TextPatternNode> Parts) : TextPatternNode
{
    public override long Size { get; } = Parts.Sum(part => part.Size);
}

internal sealed record TextPatternChoice(IReadOnlyList<TextPatternNode> Branches) : TextPatternNode
{
    public override long Size { get; } = Branches.Sum(branch => branch.Size);
}

/// <param name="Part">What is repeated.</param>
/// <param name="Least">How often at least.</param>
/// <param name="Most">How often at the most; null for no limit.</param>
internal sealed record TextPatternRepetition(TextPatternNode Part, int Least, int? Most) : TextPatternNode
{
    public override long Size { get; } = Part.Size * Math.Max(1, Most ?? Least + 1);
}
