namespace Foldstream.Generated.Tests;

public sealed class GeneratedDeciderTests
{
    private readonly InMemoryEventStore store = new();

    [Fact]
    public async Task Decisions_are_stored_and_folded()
    {
        await store.DecideAsync<Wallet, Deposit>("alice", new Deposit(10m), cancellationToken: Token);
        var result = await store.DecideAsync<Wallet, Withdraw>("alice", new Withdraw(4m), cancellationToken: Token);

        var wallet = await store.FoldAsync<Wallet>("alice", cancellationToken: Token);

        Assert.Equal(new Folded<Wallet>(new Wallet(6m), 3), wallet);
        Assert.Equal(3, result.Version);
    }

    [Fact]
    public async Task A_decision_that_throws_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await store.DecideAsync<Wallet, Withdraw>("alice", new Withdraw(4m), cancellationToken: Token));

        Assert.Null(await store.HeadAsync(Token));
    }

    [Fact]
    public async Task A_decision_for_nothing_writes_nothing()
    {
        var result = await store.DecideAsync<Wallet, Withdraw>("alice", new Withdraw(0m), cancellationToken: Token);

        Assert.Null(result.Stored);
        Assert.Equal(new Folded<Wallet>(Wallet.InitialState, 0), await store.FoldAsync<Wallet>("alice", cancellationToken: Token));
    }

    [Fact]
    public async Task A_struct_can_be_the_state()
    {
        await store.DecideAsync<Counter, int>("c", 2, cancellationToken: Token);
        await store.DecideAsync<Counter, int>("c", 3, cancellationToken: Token);

        Assert.Equal(5, (await store.FoldAsync<Counter>("c", cancellationToken: Token)).State.Count);
    }

    [Fact]
    public async Task An_ignored_event_leaves_the_state_as_it_is()
    {
        await store.With(TestsEvents.Model).AppendAsync(
            new StreamId("wallet", "alice"), ExpectedVersion.NoStream, [new WalletCounted()], cancellationToken: Token);

        Assert.Equal(new Folded<Wallet>(new Wallet(0m), 1), await store.FoldAsync<Wallet>("alice", cancellationToken: Token));
    }

    [Fact]
    public void Pure_functions_can_be_tested_without_a_store() =>
        Assert.Equal([new WalletFilled(3m)], Wallet.Decide(new Deposit(3m), Wallet.InitialState));

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
