using System.Diagnostics;

namespace Foldstream.DocsTests;

/// <summary>The program of the first steps prints what their page says, the first time and the next.</summary>
public sealed class FirstStepsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("foldstream-first-steps-");

    [Fact]
    public async Task They_print_what_the_page_says()
    {
        var first = await RunAsync();
        var next = await RunAsync();
        Assert.Contains($"prints `{first}`, and the next time `{next}`", Repository.Read("docs/first-steps.md"), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<string> RunAsync()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FirstSteps.dll")])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder.FullName,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }
}
