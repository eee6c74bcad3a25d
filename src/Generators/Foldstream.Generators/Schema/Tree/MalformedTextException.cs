namespace Foldstream.Generators;

/// <summary>A text is not what it should be, at one place.</summary>
internal sealed class MalformedTextException(string problem, int start, int length) : Exception(problem)
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    public static MalformedTextException At(TreeNode node, string problem) => new(problem, node.Start, node.Length);

    public static MalformedTextException At(TreeMember member, string problem) => new(problem, member.Start, member.Length);
}
