using Foldstream.Postgres.Tests;
using Npgsql;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestPipelineStartup(typeof(TestServer))]

namespace Foldstream.Postgres.Tests;

/// <summary>The server of the whole run: that of <c>POSTGRES_CONNECTION</c> where it is set, else one that starts and ends with the tests.</summary>
public sealed class TestServer : ITestPipelineStartup
{
    // Every commit to the disk costs more than the tests are worth; those of crashes have servers of their own.
    private const string Fast = "-c fsync=off -c max_prepared_transactions=10";

    private static PostgresServer? own;
    private static NpgsqlDataSource? source;

    public static string ConnectionString { get; private set; } = "";

    /// <summary>Connections to it that no store shares.</summary>
    public static NpgsqlDataSource Source => source ?? throw new InvalidOperationException("The server starts with the tests.");

    public async ValueTask StartAsync(IMessageSink diagnosticMessageSink)
    {
        var given = Environment.GetEnvironmentVariable("POSTGRES_CONNECTION");
        if (string.IsNullOrEmpty(given))
            own = await PostgresServer.StartAsync(Fast);
        ConnectionString = own?.ConnectionString ?? given!;
        source = NpgsqlDataSource.Create(ConnectionString);
    }

    public async ValueTask StopAsync()
    {
        if (source is not null)
            await source.DisposeAsync();
        if (own is not null)
            await own.DisposeAsync();
    }

    /// <summary>Whether what tests leave behind goes with the server.</summary>
    public static bool IsOwn => own is not null;

    public static async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
