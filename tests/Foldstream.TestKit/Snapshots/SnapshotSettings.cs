using DiffEngine;

namespace Foldstream.TestKit;

/// <summary>What to do about a difference.</summary>
internal sealed record SnapshotSettings(bool Accept, bool LaunchDiffTool)
{
    public static SnapshotSettings FromEnvironment() => From(Environment.GetEnvironmentVariable, BuildServerDetector.Detected);

    public static SnapshotSettings From(Func<string, string?> variable, bool onBuildServer) => new(
        Accept: string.Equals(variable("SNAPSHOTS"), "accept", StringComparison.OrdinalIgnoreCase),
        LaunchDiffTool: !onBuildServer && string.IsNullOrEmpty(variable("CI")));
}
