using System.Text;

namespace Foldstream.TestKit;

/// <summary>A test produced something else than what was accepted.</summary>
public sealed class SnapshotMismatchException : Exception
{
    internal SnapshotMismatchException(string folder, IReadOnlyList<SnapshotDifference> differences)
        : base(Describe(folder, differences)) => Differences = differences;

    /// <summary>The files that differ, in the order New, NotEqual, Delete.</summary>
    public IReadOnlyList<SnapshotDifference> Differences { get; }

    private static string Describe(string folder, IReadOnlyList<SnapshotDifference> differences)
    {
        var text = new StringBuilder().Append("Directory: ").Append(folder).Append('\n');
        foreach (var group in differences.GroupBy(difference => difference.Kind))
        {
            text.Append(group.Key).Append(":\n");
            foreach (var difference in group)
                text.Append("  - ").Append(Path.GetFileName(difference.VerifiedPath)).Append(difference.Detail).Append('\n');
        }

        return text.Append("Compare the .received files with the .verified ones; SNAPSHOTS=accept accepts them.").ToString();
    }
}
