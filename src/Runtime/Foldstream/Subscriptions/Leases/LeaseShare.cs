namespace Foldstream;

/// <summary>How many partitions each of the living nodes should hold: for the authors of stores.</summary>
public static class LeaseShare
{
    /// <summary>The share of a node: even, and what is left over goes to the nodes that come first by name (ordinal).</summary>
    /// <param name="partitions">How many partitions there are.</param>
    /// <param name="nodes">The names of all nodes that live and want partitions.</param>
    /// <param name="node">The node; its share is 0 where it is not among them.</param>
    public static int Of(int partitions, IReadOnlyCollection<string> nodes, string node)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        if (!nodes.Contains(node, StringComparer.Ordinal))
            return 0;
        var rank = nodes.Count(other => string.CompareOrdinal(other, node) < 0);
        return (partitions / nodes.Count) + (rank < partitions % nodes.Count ? 1 : 0);
    }
}
