namespace Foldstream.PackageTests;

/// <summary>The libraries as they are now, for one framework, in a repository of their own with one commit: what a clone would be.</summary>
internal sealed class RepositoryCopy
{
    // What is built, and what says how; never .git, which in a worktree is a file that points to the repository itself.
    private static readonly string[] Parts =
        ["src", "eng", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "README.md", "LICENSE", ".editorconfig", ".gitattributes", ".gitignore"];

    private static readonly string[] NotCopied = ["bin", "obj"];

    private RepositoryCopy(string folder) => Folder = folder;

    public string Folder { get; }

    public string Commit { get; private set; } = "";

    /// <summary>The files of the commit.</summary>
    public IReadOnlySet<string> Files { get; private set; } = new HashSet<string>();

    public static async Task<RepositoryCopy> CreateAsync(string folder, string remote)
    {
        var copy = new RepositoryCopy(folder);
        foreach (var part in Parts)
            Copy(Path.Combine(PackageFeed.Repository, part), Path.Combine(folder, part));
        await copy.WriteSolutionAsync();
        await copy.TakeOneFrameworkAsync();
        Assert.False(Path.Exists(Path.Combine(folder, ".git")));
        await copy.GitAsync("init", "--quiet");
        await copy.GitAsync("add", ".");
        await copy.GitAsync("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", "All");
        await copy.GitAsync("remote", "add", "origin", remote);
        copy.Commit = (await copy.GitAsync("rev-parse", "HEAD")).Trim();
        copy.Files = (await copy.GitAsync("ls-files")).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return copy;
    }

    // The repository's own solution names tests and samples too.
    private Task WriteSolutionAsync()
    {
        var projects = Directory.GetFiles(Path.Combine(Folder, "src"), "*.csproj", SearchOption.AllDirectories).Select(file => $"<Project Path=\"{Path.GetRelativePath(Folder, file)}\" />");
        return File.WriteAllTextAsync(Path.Combine(Folder, "Toolkit.slnx"), $"<Solution>{string.Concat(projects)}</Solution>", TestContext.Current.CancellationToken);
    }

    // How sources are named does not depend on it, and each takes its time to compile.
    private async Task TakeOneFrameworkAsync()
    {
        var file = Path.Combine(Folder, "Directory.Build.props");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains(">net9.0;net10.0<", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(">net9.0;net10.0<", ">net10.0<", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    // The repository is named, so that no other one around the folder is ever meant.
    private Task<string> GitAsync(params string[] arguments) =>
        CommandLine.RunAsync("git", Folder, [$"--git-dir={Path.Combine(Folder, ".git")}", $"--work-tree={Folder}", .. arguments]);

    private static void Copy(string source, string target)
    {
        if (File.Exists(source))
        {
            File.Copy(source, target);
            return;
        }

        Directory.CreateDirectory(target);
        foreach (var part in Directory.EnumerateFileSystemEntries(source).Where(part => !NotCopied.Contains(Path.GetFileName(part))))
            Copy(part, Path.Combine(target, Path.GetFileName(part)));
    }
}
