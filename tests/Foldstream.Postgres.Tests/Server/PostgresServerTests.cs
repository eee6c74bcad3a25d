using System.Diagnostics;
using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>A server whose owner was killed does not stay behind: the next start stops it, and no other.</summary>
public sealed class PostgresServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_of_a_killed_owner_is_gone_after_the_next_start()
    {
        using var owner = Process.Start("sleep", "600");
        await using var left = await PostgresServer.StartAsync("-c fsync=off", owner.Id);
        await using (await PostgresServer.StartAsync("-c fsync=off"))
            Assert.True(await AnswersAsync(left));
        owner.Kill();
        await owner.WaitForExitAsync(Cancellation);
        await using var next = await PostgresServer.StartAsync("-c fsync=off");
        Assert.False(Directory.Exists(left.Folder));
        Assert.False(await AnswersAsync(left));
        Assert.True(await AnswersAsync(next));
    }

    private static async Task<bool> AnswersAsync(PostgresServer server)
    {
        try
        {
            await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false;Timeout=60");
            await connection.OpenAsync(Cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
