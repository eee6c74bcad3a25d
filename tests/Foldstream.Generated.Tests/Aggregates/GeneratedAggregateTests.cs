namespace Foldstream.Generated.Tests;

public sealed class GeneratedAggregateTests
{
    private readonly InMemoryEventStore store = new();

    [Fact]
    public void Raising_applies_at_once_and_keeps_the_event()
    {
        var account = new Account();

        account.Open("Alice");
        account.Deposit(5m);

        Assert.Equal("Alice", account.Owner);
        Assert.Equal(5m, account.Balance);
        Assert.Equal([new AccountOpened("Alice"), new MoneyDeposited(5m)], account.PendingEvents);
        Assert.Equal(2, account.Version);
        Assert.Equal("", account.Id);
    }

    [Fact]
    public async Task What_was_raised_is_stored_and_loaded()
    {
        await store.ExecuteAsync<Account>("alice", account => account.Open("Alice"), cancellationToken: Token);
        var deposit = await store.ExecuteAsync<Account, decimal>("alice", account => account.Deposit(7.25m), cancellationToken: Token);
        await store.ExecuteAsync<Account>("alice", account => account.Close("moved"), cancellationToken: Token);

        var alice = await store.LoadAsync<Account>("alice", cancellationToken: Token);

        Assert.Equal(7.25m, deposit.Value);
        Assert.Equal(("alice", "Alice", 7.25m, "moved/none", 3L), (alice.Id, alice.Owner, alice.Balance, alice.ClosedFor, alice.Version));
        Assert.Empty(alice.PendingEvents);
    }

    [Fact]
    public async Task Stored_names_and_bytes_are_those_of_the_attributes_and_of_json()
    {
        await store.ExecuteAsync<Account>("alice", account => account.Open("Alice"), cancellationToken: Token);

        var stored = await store.LatestAsync(new StreamId("account", "alice"), Token);

        Assert.Equal(new EventType("account-opened"), stored!.Type);
        Assert.Equal("""{"owner":"Alice"}"""u8.ToArray(), stored.Data.ToArray());
    }

    [Fact]
    public async Task An_unknown_stored_event_is_an_error_that_names_it()
    {
        var stream = new StreamId("account", "alice");
        await store.AppendAsync(stream, ExpectedVersion.Any, [new EventData(new EventType("account-frozen"), "{}"u8.ToArray())], Token);

        var error = await Assert.ThrowsAsync<UnknownEventException>(async () => await store.LoadAsync<Account>("alice", cancellationToken: Token));

        Assert.Equal((stream, new StreamVersion(0), "account-frozen"), (error.Stream, error.Version, error.Type!.Value.Name));
        Assert.Contains("aggregate 'Account'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_event_of_another_schema_version_is_an_error_that_names_both()
    {
        var newer = new EventData(new EventType("account-opened", 2), """{"owner":"Alice"}"""u8.ToArray());
        await store.AppendAsync(new StreamId("account", "alice"), ExpectedVersion.Any, [newer], Token);

        var error = await Assert.ThrowsAsync<EventReadException>(async () => await store.LoadAsync<Account>("alice", cancellationToken: Token));

        Assert.Contains("schema version 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("version 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_event_set_is_what_the_handlers_say() =>
        Assert.Equal(["account-opened", "money-deposited", "account-closed"], EventSet<Account>().Select(definition => definition.Type.Name));

    [Fact]
    public void The_fingerprint_of_the_fold_is_reached_through_the_type() =>
        Assert.Matches("^[0-9a-f]{32}$", FoldFingerprint<Account>());

    [Fact]
    public async Task A_refused_command_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await store.ExecuteAsync<Account, decimal>("alice", account => account.Deposit(0m), cancellationToken: Token));

        Assert.Null(await store.FindAsync<Account>("alice", cancellationToken: Token));
    }

    [Fact]
    public async Task A_command_that_raises_nothing_writes_nothing()
    {
        var result = await store.ExecuteAsync<Account>("alice", account => account.DoNothing(), cancellationToken: Token);

        Assert.Null(result.Stored);
        Assert.Null(await store.HeadAsync(Token));
    }

    [Fact]
    public void A_derived_event_is_not_stored_as_its_base()
    {
        var drawing = new Drawing();

        var error = Assert.Throws<UnknownEventException>(() => drawing.Draw(new CircleDrawn("c", 2)));

        Assert.Contains(nameof(CircleDrawn), error.Message, StringComparison.Ordinal);
        Assert.Empty(drawing.PendingEvents);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string FoldFingerprint<TAggregate>()
        where TAggregate : class, IAggregate<TAggregate> => TAggregate.FoldFingerprint;

    private static IReadOnlyList<EventDefinition> EventSet<TAggregate>()
        where TAggregate : class, IAggregate<TAggregate> => TAggregate.EventSet;
}
