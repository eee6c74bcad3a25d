using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Foldstream.Postgres.Tests;

/// <summary>A server that <c>eng/postgres.sh</c> makes: in a folder of its own, gone with the tests, or with the next start where they were killed.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string arguments;
    private readonly int owner;

    private PostgresServer(string folder, string arguments, int owner, string connectionString)
    {
        Folder = folder;
        this.arguments = arguments;
        this.owner = owner;
        ConnectionString = connectionString;
    }

    public string Folder { get; }

    public string ConnectionString { get; }

    /// <param name="arguments">Of the server, such as <c>-c fsync=off</c>.</param>
    /// <param name="owner">The process that it is to end with. The default, null, is that of the tests.</param>
    public static async Task<PostgresServer> StartAsync(string arguments = "", int? owner = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"foldstream-postgres-{Guid.NewGuid():N}");
        var process = owner ?? Environment.ProcessId;
        return new PostgresServer(folder, arguments, process, await RunScriptAsync("start", folder, arguments, process));
    }

    /// <summary>Ends all of its processes at once, as a crash would.</summary>
    public Task KillAsync() => RunScriptAsync("kill", Folder, arguments);

    /// <summary>Starts it again after a crash, on the same port.</summary>
    public Task StartAgainAsync() => RunScriptAsync("start", Folder, arguments, owner);

    /// <summary>Ends it, and starts it again as a standby of nobody: reads are served, writes and registrations are not.</summary>
    public async Task BecomeStandbyAsync()
    {
        await KillAsync();
        await File.WriteAllTextAsync(Path.Combine(Folder, "data", "standby.signal"), "");
        await StartAgainAsync();
    }

    public async ValueTask DisposeAsync() => await RunScriptAsync("stop", Folder, arguments);

    private static async Task<string> RunScriptAsync(string command, string folder, string arguments, int? owner = null)
    {
        var start = new ProcessStartInfo(
            Path.Combine(Root(), "eng", "postgres.sh"), [command, folder, owner?.ToString(CultureInfo.InvariantCulture) ?? ""])
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
