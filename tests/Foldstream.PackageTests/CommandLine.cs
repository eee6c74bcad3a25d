using System.Diagnostics;

namespace Foldstream.PackageTests;

/// <summary>Runs programs as a person does in a shell of their own.</summary>
internal static class CommandLine
{
    /// <summary>What it printed; fails with it when the program did.</summary>
    public static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        var (exitCode, output) = await TryAsync(program, folder, arguments);
        Assert.True(exitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }

    public static async Task<(int ExitCode, string Output)> TryAsync(string program, string folder, params string[] arguments)
    {
        using var process = Start(program, folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public static Process Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // A test run that was itself started by MSBuild or by a hook of git would hand its paths down.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return Process.Start(start)!;
    }
}
