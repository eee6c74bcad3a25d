namespace Foldstream.TestKit;

/// <summary>How the snapshots of a test's type are kept: each test says its own.</summary>
public interface IKeeping
{
    /// <summary>The category, which is also the fingerprint's name.</summary>
    static abstract string Category { get; }

    static virtual SnapshotPolicy? Policy => null;

    static virtual bool InBackground => false;

    static virtual string Fingerprint => "1";
}

/// <summary>Snapshots by hand only.</summary>
public sealed class ByHand : IKeeping
{
    public static string Category => "kept-by-hand";

    public static string Fingerprint => "1";
}

/// <summary>The same streams as <see cref="ByHand"/>, folded otherwise.</summary>
public sealed class ByHandChanged : IKeeping
{
    public static string Category => ByHand.Category;

    public static string Fingerprint => "2";
}

/// <summary>A snapshot with every save that crosses a multiple of four.</summary>
public sealed class EveryFour : IKeeping
{
    public static string Category => "kept-every-four";

    public static SnapshotPolicy? Policy { get; } = SnapshotPolicy.Every(4);
}

/// <summary>A snapshot behind every save.</summary>
public sealed class WrittenBehind : IKeeping
{
    public static string Category => "kept-behind";

    public static SnapshotPolicy? Policy { get; } = SnapshotPolicy.Every(1);

    public static bool InBackground => true;
}
