using System.Globalization;
using Npgsql;

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
        Connection = Script("start", folder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    public string Connection { get; }

    public string Version()
    {
        using var source = NpgsqlDataSource.Create(Connection);
        using var command = source.CreateCommand("SHOW server_version");
        return (string)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        if (folder is not null)
            Script("stop", folder);
    }

    private static string Script(params string[] arguments) => Repository.Run(Repository.PathOf("eng/postgres.sh"), arguments);
}
