namespace Foldstream.TestKit;

/// <summary>A condition as a user would write it: looks at the name of the stream's last event.</summary>
public sealed record NameOfLast(string Name) : WriteCondition
{
    public override string Description => $"'{Name}' as the last event";

    public override bool IsMetBy(StreamHead head) => head.Last?.Type.Name == Name;
}
