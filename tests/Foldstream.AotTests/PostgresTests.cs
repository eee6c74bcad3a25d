namespace Foldstream.AotTests;

/// <summary>A program on the PostgreSQL store, published with NativeAOT: the driver and the adapter need no reflection.</summary>
public sealed class PostgresTests
{
    private const string Program = "tests/Foldstream.Postgres.NativeProgram";

    [Fact]
    public async Task Published_natively_it_appends_reads_and_waits()
    {
        using var publish = await AotPublish.RunAsync(Program);
        Assert.DoesNotContain(publish.Warnings, warning => warning.Contains("Foldstream", StringComparison.Ordinal));

        var given = Environment.GetEnvironmentVariable("POSTGRES_CONNECTION");
        var server = string.IsNullOrEmpty(given) ? Path.Combine(Path.GetTempPath(), $"foldstream-aot-server-{Guid.NewGuid():N}") : null;
        try
        {
            var connection = server is null ? given! : await AotPublish.RunScriptAsync("eng/postgres.sh", "start", server);
            var printed = await publish.ExecuteAsync(("POSTGRES_CONNECTION", connection.Trim()));
            Assert.Equal("Alice: 361.50 after 4 events, 5 in the log, 0 held back\n", printed);
        }
        finally
        {
            if (server is not null)
                await AotPublish.RunScriptAsync("eng/postgres.sh", "stop", server);
        }
    }
}
