namespace Foldstream.TestKit;

/// <summary>The accepted files of one test in its folder.</summary>
internal sealed class SnapshotFolder(string folder, string name, SnapshotSettings settings)
{
    public void Verify(IReadOnlyList<SnapshotFile> files)
    {
        foreach (var received in FilesOf("received"))
            File.Delete(received);

        if (settings.Accept)
            Accept(files);
        else
            Compare(files);
    }

    private void Accept(IReadOnlyList<SnapshotFile> files)
    {
        foreach (var leftOver in LeftOvers(files))
            File.Delete(leftOver);
        foreach (var (file, _) in Differing(files))
            file.WriteTo(PathOf(file, "verified"));
    }

    private void Compare(IReadOnlyList<SnapshotFile> files)
    {
        var differing = Differing(files);
        foreach (var (file, _) in differing)
            Show(file);

        var differences = differing
            .Select(pair => pair.Difference)
            .Concat(LeftOvers(files).Select(path => new SnapshotDifference(SnapshotDifferenceKind.Delete, path)))
            .OrderBy(difference => difference.Kind)
            .ToList();
        if (differences.Count > 0)
            throw new SnapshotMismatchException(folder, differences);
    }

    private List<(SnapshotFile File, SnapshotDifference Difference)> Differing(IReadOnlyList<SnapshotFile> files) =>
        [.. files.Select(file => (file, difference: file.CompareWith(PathOf(file, "verified")))).Where(pair => pair.difference is not null).Select(pair => (pair.file, pair.difference!))];

    private void Show(SnapshotFile file)
    {
        var received = PathOf(file, "received");
        file.WriteTo(received);
        if (settings.LaunchDiffTool)
            DiffEngine.DiffRunner.Launch(received, PathOf(file, "verified"));
    }

    private IEnumerable<string> LeftOvers(IReadOnlyList<SnapshotFile> files) =>
        FilesOf("verified").Except(files.Select(file => PathOf(file, "verified")), StringComparer.Ordinal);

    // The name is followed by # or by the dot of ".verified.", so that A.Run does not claim the files of A.RunTwice.
    private List<string> FilesOf(string state) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, $"{name}#*.{state}.*").Concat(Directory.EnumerateFiles(folder, $"{name}.{state}.*")).Order(StringComparer.Ordinal)]
        : [];

    private string PathOf(SnapshotFile file, string state) => Path.Combine(folder, $"{name}{file.Suffix}.{state}.{file.Extension}");
}
