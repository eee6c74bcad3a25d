using System.Text;

namespace Foldstream.Catalogue;

/// <summary>Writes files that people review and commit: UTF-8 without a mark, and only where they change.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file; nothing where it holds the text already.</summary>
    /// <returns>The path, where it was written.</returns>
    public static IEnumerable<string> Write(string path, string text)
    {
        if (File.Exists(path) && Same(File.ReadAllText(path), text))
            return [];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, Encoding);
        return [path];
    }

    // A check-out may have changed the ends of the lines.
    private static bool Same(string one, string other) => one.ReplaceLineEndings("\n") == other;
}
