namespace Foldstream.Postgres.Tests;

/// <summary>A schema of a test's own, gone with it.</summary>
public sealed class TestSchema : IAsyncDisposable
{
    public string Name { get; } = $"t_{Guid.NewGuid():N}";

    public PostgresStoreOptions Options => new() { Schema = Name };

    public ValueTask<PostgresEventStore> OpenAsync(PostgresStoreOptions? options = null) =>
        PostgresEventStore.OpenAsync(TestServer.ConnectionString, (options ?? Options) with { Schema = Name });

    public async ValueTask DisposeAsync()
    {
        if (!TestServer.IsOwn)
            await TestServer.ExecuteAsync($"DROP SCHEMA IF EXISTS {Name} CASCADE");
    }
}
