using System.Diagnostics;

namespace Foldstream.Benchmarks;

/// <summary>The working copy that the program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>Runs a program at the root; gives what it prints.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = Root };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "eng", "postgres.sh")))
                return folder.FullName;
        }

        throw new InvalidOperationException("eng/postgres.sh is not above the program: run the benchmarks inside of the repository.");
    }
}
