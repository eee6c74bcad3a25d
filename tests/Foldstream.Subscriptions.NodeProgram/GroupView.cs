namespace Foldstream.Subscriptions.NodeProgram;

/// <summary>Few documents, to which all partitions add.</summary>
[Projection("groups", Commutative = true)]
public sealed partial class GroupView
{
    public long Total { get; private set; }

    [Key]
    private static string By(MarkMade e) => e.Group;

    private void Apply(MarkMade e) => Total += e.Amount;
}
