namespace Foldstream.Testing.Tests;

public sealed class ProjectionScenarioTests
{
    private static readonly ProjectionScenario<BalanceView> Balances = Scenario.ForProjection<BalanceView>(TestsEvents.Model)
        .Given("alice", new AccountOpened("Alice"), new MoneyDeposited(5m))
        .Given("bob", new AccountOpened("Bob"));

    [Fact]
    public void Document_is_what_its_events_make_of_it()
    {
        var alice = Balances.Given("alice", new MoneyDeposited(2m)).Projected("alice");
        Assert.Equal(("Alice", 7m), (alice.Owner, alice.Balance));
        Assert.Equal(("Bob", 0m), (Balances.Projected("bob").Owner, Balances.Projected("bob").Balance));
    }

    [Fact]
    public void Document_is_compared_by_condition_and_by_json() => Balances
        .ThenDocument("alice", view => view.Balance == 5m)
        .ThenJson("alice", """{ "balance": 5.00, "lastChange": "nobody", "owner": "Alice" }""")
        .ThenNothing("carol");

    [Fact]
    public void Deleted_document_is_gone_and_begins_anew() => Balances
        .Given("alice", new MoneyWithdrawn(5m, [])).ThenNothing("alice")
        .Given("alice", new MoneyDeposited(1m)).ThenDocument("alice", view => view.Owner.Length == 0 && view.Balance == 1m);

    [Fact]
    public void Context_is_that_of_the_event() => Balances
        .GivenStamped(new StreamId("account", "alice"), new MoneyDeposited(1m), new EventStamp(Metadata: new EventMetadata { Actor = "carol" }))
        .ThenDocument("alice", view => view.LastChange == "carol");

    [Fact]
    public void Tenants_have_documents_of_their_own()
    {
        var scenario = Balances.Given(new StreamId("account", "alice", "acme"), new MoneyDeposited(100m));
        Assert.Equal(100m, scenario.Projected(new DocumentKey("alice", "acme")).Balance);
        Assert.Equal(5m, scenario.Projected("alice").Balance);
    }

    [Fact]
    public void Event_that_is_set_aside_may_have_happened() => Balances.Given("alice", new AccountPrinted()).ThenDocument("alice", view => view.Balance == 5m);

    [Fact]
    public void Other_document_is_told_member_by_member()
    {
        var error = Fails(() => Balances.ThenJson("alice", """{"owner":"Alice","balance":6,"lastChange":"nobody"}"""));
        Assert.Equal(["member 'balance': expected 6, was 5"], error.Differences);
        Assert.Equal(
            """
            The scenario of projection 'balances' did not end as expected: document 'alice' differs: member 'balance': expected 6, was 5.
            Given:
              account/alice account-opened {"owner":"Alice"}
              account/alice money-deposited {"amount":5}
              account/bob account-opened {"owner":"Bob"}
            Expected:
              {"owner":"Alice","balance":6,"lastChange":"nobody"}
            Actual:
              alice {"owner":"Alice","balance":5,"lastChange":"nobody"}
              bob {"owner":"Bob","balance":0,"lastChange":""}
            """,
            error.Message);
    }

    [Fact]
    public void Missing_superfluous_and_other_documents_are_told()
    {
        Assert.Contains("there is no document 'carol'", Fails(() => Balances.Projected("carol")).Problem, StringComparison.Ordinal);
        Assert.Contains("there is no document 'carol'", Fails(() => Balances.ThenJson("carol", "{}")).Problem, StringComparison.Ordinal);
        Assert.Contains("there is a document 'bob'", Fails(() => Balances.ThenNothing("bob")).Problem, StringComparison.Ordinal);
        Assert.Contains("does not hold: view => view.Balance > 5m", Fails(() => Balances.ThenDocument("alice", view => view.Balance > 5m)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Event_that_the_projection_does_not_handle_is_told()
    {
        Assert.Contains("is no event of projection 'balances': it handles ", Fails(() => Balances.Given("alice", new Elsewhere())).Problem, StringComparison.Ordinal);
        Assert.Contains("is no event of projection 'balances'", Fails(() => Balances.Given("alice", "no event at all")).Problem, StringComparison.Ordinal);
        Assert.Contains("never sees stream 'wallet/one'", Fails(() => Balances.Given(new StreamId("wallet", "one"), new MoneyDeposited(1m))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Handler_that_fails_is_told_with_its_event() => Assert.StartsWith(
        "What is given cannot have happened to projection 'balances': money-deposited at account/bob:1 threw InvalidOperationException: It cannot have been negative.",
        Fails(() => Balances.Given("bob", new MoneyDeposited(-1m)).Projected("bob")).Problem,
        StringComparison.Ordinal);

    private static ScenarioException Fails(Action scenario) => Assert.Throws<ScenarioException>(scenario);
}
