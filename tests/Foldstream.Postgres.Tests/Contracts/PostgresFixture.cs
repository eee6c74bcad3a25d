namespace Foldstream.Postgres.Tests;

/// <summary>A store in a schema of its own, which goes with the fixture.</summary>
public class PostgresFixture : IStoreFixture<PostgresEventStore>
{
    private readonly TestSchema schema = new();

    protected virtual PostgresStoreOptions Settings => new()
    {
        QueryOperators = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [CustomOperatorContract<PostgresEventStore, PostgresFixture>.EndsWith] = "right({field}, length({value})) = {value}",
        },
    };

    public ValueTask<PostgresEventStore> OpenAsync(EventStoreOptions options) => schema.OpenAsync(Settings with { Store = options });

    public async ValueTask DisposeAsync()
    {
        await schema.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
