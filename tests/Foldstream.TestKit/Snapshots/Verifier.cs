using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Foldstream.TestKit;

/// <summary>
/// Compares what a test produced with the files that a person has accepted, in the <c>_snapshots</c> folder beside the test.
/// </summary>
/// <remarks>
/// Names, file layout and calls are those of Verify and Verify.SourceGenerators, so that the package can take this class's
/// place by a change of one <c>Using</c>. <c>SNAPSHOTS=accept</c> in the environment accepts what the tests produce.
/// </remarks>
public static class Verifier
{
    /// <summary>Compares every file that the generators of <paramref name="driver"/> wrote, and their diagnostics when there are any.</summary>
    /// <exception cref="SnapshotMismatchException">A file is new, differs, or is left over.</exception>
    public static Task Verify(GeneratorDriver driver, [CallerFilePath] string sourceFile = "") =>
        Verify(GeneratorSnapshot.Of(driver.GetRunResult()), sourceFile);

    /// <summary>Compares one text.</summary>
    /// <exception cref="SnapshotMismatchException">The text is new or differs, or files are left over.</exception>
    public static Task Verify(string text, [CallerFilePath] string sourceFile = "") =>
        Verify([new SnapshotFile("", "txt", text)], sourceFile);

    private static Task Verify(IReadOnlyList<SnapshotFile> files, string sourceFile)
    {
        var folder = Path.Combine(Path.GetDirectoryName(sourceFile)!, "_snapshots");
        new SnapshotFolder(folder, SnapshotName.OfRunningTest(), SnapshotSettings.FromEnvironment()).Verify(files);
        return Task.CompletedTask;
    }
}
