namespace Foldstream.Subscriptions.NodeProgram;

/// <summary>What the tests append.</summary>
[Event("mark-made")]
public sealed record MarkMade(string Group, long Amount);

/// <summary>The streams of the tests.</summary>
[Aggregate("tally")]
public sealed partial class Tally
{
    private void Apply(MarkMade e)
    {
    }
}
