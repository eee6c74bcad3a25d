namespace Foldstream.TestKit;

/// <summary>A file of a test's project. A string converts to it; such files are called <c>Test0.cs</c>, <c>Test1.cs</c> and so on.</summary>
/// <param name="Path">The path inside the project; empty to have it named by its place.</param>
/// <param name="Text">The code.</param>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>A file that is named by its place.</summary>
    public static implicit operator SourceFile(string text) => new("", text);

    /// <summary>Whether it is code; all else stands beside the code, as <c>AdditionalFiles</c>.</summary>
    internal bool IsCode => Path.Length == 0 || Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    internal static SourceFile[] Named(IEnumerable<SourceFile> files)
    {
        var named = files.Select((file, index) => file.Path.Length > 0 ? file : file with { Path = $"Test{index}.cs" }).ToArray();
        var twice = named.GroupBy(file => file.Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? named : throw new ArgumentException($"Two sources are called {twice.Key}: give each a path of its own.", nameof(files));
    }
}
