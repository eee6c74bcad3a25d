using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>The sample bank says the same on PostgreSQL as on SQLite.</summary>
public sealed partial class BankTests : IAsyncLifetime
{
    private readonly string database = $"bank_{Guid.NewGuid():N}";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("foldstream-bank-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await TestServer.ExecuteAsync($"CREATE DATABASE {database}");

    public async ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        await TestServer.ExecuteAsync($"DROP DATABASE {database} WITH (FORCE)");
    }

    [Fact]
    public async Task Import_and_statement_are_those_of_sqlite()
    {
        var settings = new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Database = database };
        var postgres = $"postgres:{settings.ConnectionString}";
        var bookings = Path.Combine(AppContext.BaseDirectory, "data", "bookings.csv");

        var import = await RunAsync("import", bookings, "--store", postgres);
        Assert.EndsWith("accounts=20 transactions=389 mismatches=0", import.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(Comparable(await RunAsync("import", bookings, "--store", "sqlite:bank.db")), Comparable(import));
        Assert.DoesNotContain(settings.Password!, import, StringComparison.Ordinal);
        Assert.Equal(Comparable(await RunAsync("import", bookings, "--store", "sqlite:bank.db")), Comparable(await RunAsync("import", bookings, "--store", postgres)));
        Assert.Equal(await RunAsync("statement", "108", "--store", "sqlite:bank.db"), await RunAsync("statement", "108", "--store", postgres));
    }

    private static string Comparable(string output) => Varying().Replace(output, "…");

    private async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bank.dll"), .. arguments])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, await output + await errors);
        return await output;
    }

    // The name of the store, and how long it took.
    [GeneratedRegex(@"(sqlite|postgres):\S+|[\d.,]+ m?s\b|[\d.,]+ (events|transactions|bookings)/s")]
    private static partial Regex Varying();
}
