namespace Foldstream.Subscriptions.NodeProgram;

/// <summary>One document a stream; another order of its events gives another digest.</summary>
[Projection("tallies", Of = typeof(Tally))]
public sealed partial class TallyView
{
    public long Total { get; private set; }

    public long Digest { get; private set; }

    private void Apply(MarkMade e)
    {
        Total += e.Amount;
        Digest = ((Digest * 31) + e.Amount) % 1_000_003;
    }
}
