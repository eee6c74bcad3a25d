using System.Diagnostics;

namespace Bank.Tests;

/// <summary>One run of the program, and what it said.</summary>
internal sealed record BankRun(int ExitCode, string Output, string Error)
{
    public string LastLine => Output.TrimEnd().Split('\n')[^1].TrimEnd('\r');

    /// <summary>Runs the command line in this process.</summary>
    public static async Task<BankRun> InProcessAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(
            args, Terminal.Create(output, error, isRedirected: true), TestContext.Current.CancellationToken);
        return new BankRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs the program as a process of its own, in some other folder.</summary>
    public static async Task<BankRun> AsProcessAsync(string folder, params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Bank.dll"));
        foreach (var argument in args)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new BankRun(process.ExitCode, await output, await error);
    }
}
