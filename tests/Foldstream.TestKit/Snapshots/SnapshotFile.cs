using System.Text;

namespace Foldstream.TestKit;

/// <summary>One file of a snapshot: <c>{test}{Suffix}.verified.{Extension}</c>.</summary>
internal sealed record SnapshotFile
{
    private static readonly UTF8Encoding WithByteOrderMark = new(encoderShouldEmitUTF8Identifier: true);

    public SnapshotFile(string suffix, string extension, string text)
    {
        Suffix = suffix;
        Extension = extension;
        Text = Normalize(text);
    }

    public string Suffix { get; }

    public string Extension { get; }

    public string Text { get; }

    public void WriteTo(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Text, WithByteOrderMark);
    }

    /// <summary>Compares with an accepted file; null when they are equal.</summary>
    public SnapshotDifference? CompareWith(string path)
    {
        if (!File.Exists(path))
            return new SnapshotDifference(SnapshotDifferenceKind.New, path);
        var verified = Normalize(File.ReadAllText(path));
        return verified == Text ? null : new SnapshotDifference(SnapshotDifferenceKind.NotEqual, path, FirstDifference(verified.Split('\n'), Text.Split('\n')));
    }

    private static string FirstDifference(string[] verified, string[] received)
    {
        var line = verified.Zip(received).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"\n    line {line + 1}, verified: {verified.ElementAtOrDefault(line) ?? "(end)"}\n    line {line + 1}, received: {received.ElementAtOrDefault(line) ?? "(end)"}";
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');
}
