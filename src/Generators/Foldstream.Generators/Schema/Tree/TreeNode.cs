namespace Foldstream.Generators;

/// <summary>A value of a JSON text and the place where it stands; the compiler brings no reader of JSON along.</summary>
internal abstract record TreeNode
{
    /// <summary>Where it starts, in characters; 0 for what was not read from a text.</summary>
    public int Start { get; init; }

    public int Length { get; init; }
}

/// <summary>A text.</summary>
internal sealed record TreeText(string Value) : TreeNode;

/// <summary>A whole number.</summary>
internal sealed record TreeNumber(int Value) : TreeNode;

/// <summary>True or false.</summary>
internal sealed record TreeFlag(bool Value) : TreeNode;

/// <summary>A list of values, written on one line.</summary>
internal sealed record TreeArray(IReadOnlyList<TreeNode> Items) : TreeNode;

/// <summary>Values by name.</summary>
/// <param name="Members">The members in their order.</param>
/// <param name="IsInline">Whether it is written on one line.</param>
internal sealed record TreeObject(IReadOnlyList<TreeMember> Members, bool IsInline = false) : TreeNode
{
    public TreeMember? Find(string name) => Members.FirstOrDefault(member => member.Name == name);
}

/// <summary>A name and its value.</summary>
internal sealed record TreeMember(string Name, TreeNode Value)
{
    /// <summary>Where the name starts, in characters, its quotes included.</summary>
    public int Start { get; init; }

    public int Length { get; init; }
}
