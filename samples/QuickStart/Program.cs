using Foldstream;
using Foldstream.Sqlite;

await using var store = await SqliteEventStore.OpenAsync("bank.db");

await store.ExecuteAsync<Account>("alice", account => account.Open("Alice"));
await store.ExecuteAsync<Account>("alice", account => account.Deposit(120.50m));

var alice = await store.LoadAsync<Account>("alice");
Console.WriteLine($"{alice.Owner}: {alice.Balance} after {alice.Version} events");

[Event("account-opened")]  public sealed record AccountOpened(string Owner);
[Event("money-deposited")] public sealed record MoneyDeposited(decimal Amount);

[Aggregate("account")]
public partial class Account
{
    public string Owner { get; private set; } = "";
    public decimal Balance { get; private set; }

    public void Open(string owner) => Raise(new AccountOpened(owner));
    public void Deposit(decimal amount) => Raise(new MoneyDeposited(amount));

    private void Apply(AccountOpened e) => Owner = e.Owner;
    private void Apply(MoneyDeposited e) => Balance += e.Amount;
}
