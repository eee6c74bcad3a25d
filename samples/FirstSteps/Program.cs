using FirstSteps;
using Foldstream;
using Foldstream.Sqlite;

await using var store = await SqliteEventStore.OpenAsync("bank.db");
await using var running = await store.RunAsync(run => run.Project<AccountBalance>(Lifecycle.Async));

// With a key the account is opened once, however often the program runs.
await store.ExecuteAsync<Account>("alice", account => account.Open("Alice"), new CommandContext { IdempotencyKey = "open-alice" });
await store.ExecuteAsync<Account>("alice", account => account.Deposit(120.50m));
var withdrawn = await store.ExecuteAsync<Account>("alice", account => account.Withdraw(20m));

await running.CaughtUpAsync(withdrawn.LastPosition);
var rich = await store.Documents<AccountBalance>().FindAsync(AccountBalance.Fields.Balance >= 100m);
foreach (var account in rich.Items)
    Console.WriteLine($"{account.Value.Owner} has {account.Value.Balance} after {account.Metadata.Version} events");
