using Foldstream;
using Foldstream.Postgres;
using Npgsql;

// Everything that the adapter does, for a native build: schema, appends of each kind, reads, the log, a wait, a transaction of its own.
var connectionString = Environment.GetEnvironmentVariable("POSTGRES_CONNECTION")!;
var options = new PostgresStoreOptions { Schema = $"native_{Guid.NewGuid():N}" };
await using var store = await PostgresEventStore.OpenAsync(connectionString, options);

await store.ExecuteAsync<Account>("alice", account => account.Open("Alice"));
await store.ExecuteAsync<Account>("alice", account => account.Deposit(120.50m, 3), new CommandContext { IdempotencyKey = "once", Actor = "bob" });
await store.ExecuteAsync<Account>("alice", account => account.Deposit(120.50m, 3), new CommandContext { IdempotencyKey = "once", Actor = "bob" });

await using var source = new NpgsqlSlimDataSourceBuilder(connectionString).Build();
await using var connection = await source.OpenConnectionAsync();
await using var transaction = await connection.BeginTransactionAsync();
await store.AppendAsync(new StreamAppend(new StreamId("note", "one"), ExpectedVersion.Any, [new EventData(new EventType("noted"), "{}"u8.ToArray())]), transaction);
await transaction.CommitAsync();

await store.WaitAsync(null);
var alice = await store.LoadAsync<Account>("alice");
var log = 0;
await foreach (var recorded in store.ReadLogAsync())
    log++;
var health = await store.CheckHealthAsync();
Console.WriteLine($"{alice.Owner}: {alice.Balance} after {alice.Version} events, {log} in the log, {health.Holders.Count} held back");

[Event("account-opened")]
public sealed record AccountOpened(string Owner);

[Event("money-deposited")]
public sealed record MoneyDeposited(decimal Amount);

[Aggregate("account")]
public partial class Account
{
    public string Owner { get; private set; } = "";

    public decimal Balance { get; private set; }

    public void Open(string owner) => Raise(new AccountOpened(owner));

    public void Deposit(decimal amount, int times)
    {
        for (var number = 0; number < times; number++)
            Raise(new MoneyDeposited(amount));
    }

    private void Apply(AccountOpened e) => Owner = e.Owner;

    private void Apply(MoneyDeposited e) => Balance += e.Amount;
}
