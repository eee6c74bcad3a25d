namespace Foldstream.Sqlite.Tests;

/// <summary>A condition that is a function.</summary>
internal sealed record WhenHead(Func<StreamHead, bool> Holds) : WriteCondition
{
    public override string Description => "what a test says";

    public override bool IsMetBy(StreamHead head) => Holds(head);
}
