using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Foldstream.Postgres.Tests;

/// <summary>A server that <c>eng/postgres.sh</c> makes: in a folder of its own, gone with the tests.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string folder;
    private readonly string arguments;

    private PostgresServer(string folder, string arguments, string connectionString)
    {
        this.folder = folder;
        this.arguments = arguments;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    /// <param name="arguments">Of the server, such as <c>-c fsync=off</c>.</param>
    public static async Task<PostgresServer> StartAsync(string arguments = "")
    {
        var folder = Path.Combine(Path.GetTempPath(), $"foldstream-postgres-{Guid.NewGuid():N}");
        return new PostgresServer(folder, arguments, await RunScriptAsync("start", folder, arguments));
    }

    /// <summary>Ends all of its processes at once, as a crash would.</summary>
    public Task KillAsync() => RunScriptAsync("kill", folder, arguments);

    /// <summary>Starts it again after a crash, on the same port.</summary>
    public Task StartAgainAsync() => RunScriptAsync("start", folder, arguments);

    /// <summary>Ends it, and starts it again as a standby of nobody: reads are served, writes and registrations are not.</summary>
    public async Task BecomeStandbyAsync()
    {
        await KillAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "data", "standby.signal"), "");
        await StartAgainAsync();
    }

    public async ValueTask DisposeAsync() => await RunScriptAsync("stop", folder, arguments);

    private static async Task<string> RunScriptAsync(string command, string folder, string arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Root(), "eng", "postgres.sh"), [command, folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["POSTGRES_ARGUMENTS"] = arguments;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await output).Trim()
            : throw new InvalidOperationException($"eng/postgres.sh {command} failed: {await errors}");
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
