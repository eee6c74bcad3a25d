using System.Diagnostics;
using System.Globalization;

namespace Foldstream.TestKit;

/// <summary>A process that shares the work on a store with others.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;
    private readonly string log;

    private NodeProcess(string name, string log, Process process)
    {
        Name = name;
        this.log = log;
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    public string Name { get; }

    /// <summary>Starts one; completes when everything in it has begun.</summary>
    /// <param name="name">Its name among the nodes.</param>
    /// <param name="store">Which store it works on, as the program wants it.</param>
    /// <param name="log">The file in which it keeps what its subscriber handled.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<NodeProcess> StartAsync(string name, IEnumerable<string> store, string log, CancellationToken cancellation)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Foldstream.Subscriptions.NodeProgram.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. store, log, name])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var node = new NodeProcess(name, log, Process.Start(start)!);
        if (await node.process.StandardOutput.ReadLineAsync(cancellation) != "ready")
            Assert.Fail($"Node {name} did not begin: {await node.errors}");
        return node;
    }

    /// <summary>Fails with what it said where it has ended by itself.</summary>
    public async Task CheckRunsAsync()
    {
        if (process.HasExited)
            Assert.Fail($"Node {Name} ended by itself: {await errors}");
    }

    /// <summary>Ends it as <c>kill -9</c> does: nothing of it runs any more.</summary>
    public async Task KillAsync(CancellationToken cancellation)
    {
        await CheckRunsAsync();
        process.Kill();
        await process.WaitForExitAsync(cancellation);
    }

    /// <summary>Lets it stand still, whatever it was doing, until it is woken.</summary>
    public Task FreezeAsync(CancellationToken cancellation) => SignalAsync("STOP", cancellation);

    /// <summary>Lets it go on without knowing that it stood still.</summary>
    public Task WakeAsync(CancellationToken cancellation) => SignalAsync("CONT", cancellation);

    /// <summary>Lets it end by itself, which must be a good end.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        process.StandardInput.Close();
        var rest = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.Equal(("done\n", "", 0), (rest, await errors, process.ExitCode));
    }

    /// <summary>What its subscriber handled, in that order; a line that was cut off does not count.</summary>
    public HandledMark[] ReadLog() =>
        [.. File.ReadAllText(log).Split('\n')[..^1].Select((line, number) => HandledMark.Read(Name, number, line))];

    private async Task SignalAsync(string signal, CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellation);
        Assert.Equal(0, kill.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
