namespace Foldstream.AotTests;

/// <summary>Everything that a user does with the PostgreSQL store, published with NativeAOT: the program asserts its own results.</summary>
public sealed class PostgresTests(ITestOutputHelper output)
{
    private const string Program = "tests/Foldstream.Postgres.NativeProgram";

    [Fact]
    public async Task Published_natively_all_that_the_store_does_holds()
    {
        using var publish = await AotPublish.RunAsync(Program);
        publish.AssertWarnings();
        output.WriteLine(await publish.MeasureAsync());

        var given = Environment.GetEnvironmentVariable("POSTGRES_CONNECTION");
        var server = string.IsNullOrEmpty(given) ? Path.Combine(Path.GetTempPath(), $"foldstream-aot-server-{Guid.NewGuid():N}") : null;
        try
        {
            var connection = server is null ? given! : await AotPublish.RunScriptAsync("eng/postgres.sh", "start", server);
            var printed = await publish.ExecuteAsync(["walk"], ("POSTGRES_CONNECTION", connection.Trim()));
            Assert.Equal(
                $"""
                {Steps.Of("postgres")}
                postgres: rows in the store's transaction
                postgres: a transaction of the user's own
                postgres: read back

                """,
                printed);
        }
        finally
        {
            if (server is not null)
                await AotPublish.RunScriptAsync("eng/postgres.sh", "stop", server);
        }
    }
}
