using System.Diagnostics;

namespace Foldstream.Benchmarks;

/// <summary>The server: the one that POSTGRES_CONNECTION names, or one of the benchmark's own by <c>eng/postgres.sh</c>, which ends with it.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly string? folder;

    public PostgresServer()
    {
        if (Environment.GetEnvironmentVariable("POSTGRES_CONNECTION") is { Length: > 0 } given)
        {
            Connection = given;
            return;
        }

        folder = Path.Combine(Path.GetTempPath(), $"foldstream-postgres-benchmarks-{Environment.ProcessId}");
        Connection = Script("start", folder, Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)).Trim();
    }

    public string Connection { get; }

    public void Dispose()
    {
        if (folder is not null)
            Script("stop", folder);
    }

    private static string Script(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Root(), "eng", "postgres.sh"), arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"eng/postgres.sh {arguments[0]} ended with {process.ExitCode}.");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "eng", "postgres.sh")))
                return folder.FullName;
        }

        throw new InvalidOperationException("eng/postgres.sh is not above the program: run the benchmarks inside of the repository.");
    }
}
