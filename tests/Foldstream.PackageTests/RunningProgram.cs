using System.Diagnostics;

namespace Foldstream.PackageTests;

/// <summary>A program that serves until it is told to end; where a test ends before it does, it is killed.</summary>
internal sealed class RunningProgram(Process process) : IDisposable
{
    private readonly Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

    /// <summary>The next line that it prints; fails with its errors when it ended instead.</summary>
    public async Task<string> ReadLineAsync()
    {
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.True(line is not null, line is null ? await errors : "");
        return line!;
    }

    /// <summary>What it prints until its end; fails with its errors when it ended badly.</summary>
    public async Task<string> EndAsync()
    {
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await errors);
        return output;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
