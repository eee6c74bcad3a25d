namespace Foldstream.Testing.Tests;

public sealed class AggregateScenarioTests
{
    private static readonly AggregateScenario<Account> Opened = Scenario.For<Account>().Given(new AccountOpened("Alice"), new MoneyDeposited(5m));

    [Fact]
    public void Events_of_a_command_are_those_that_are_expected() =>
        Opened.When(account => account.Withdraw(2m, "tea")).Then(new MoneyWithdrawn(2m, ["tea"]));

    [Fact]
    public void Command_that_raises_nothing_ends_with_nothing() => Opened.When(account => account.Deposit(0m)).ThenNothing();

    [Fact]
    public void Nothing_needs_to_have_happened() => Scenario.For<Account>().When(account => account.Open("Bob")).Then(new AccountOpened("Bob"));

    [Fact]
    public void Refusal_is_what_is_thrown()
    {
        var error = Opened.When(account => account.Withdraw(6m)).ThenThrows<InsufficientFundsException>();
        Assert.Equal(5m, error.Balance);
        Opened.When(account => account.Withdraw(6m)).ThenThrows<InvalidOperationException>(refused => refused.Message.Contains('5', StringComparison.Ordinal));
    }

    [Fact]
    public void Value_and_state_can_be_asked_for() =>
        Opened.When(account => account.Deposit(1m)).ThenReturns(6m).ThenState(account => account.Balance == 6m).Then(new MoneyDeposited(1m)).ThenState(account => account.Version == 3);

    [Fact]
    public async Task Command_may_be_asynchronous()
    {
        (await Opened.When(account => account.DepositLaterAsync(1m))).Then(new MoneyDeposited(1m));
        (await Opened.When(async account => await account.DepositLaterAsync(1m))).Then(new MoneyDeposited(1m));
        (await Opened.When(account => account.DepositAndTellAsync(1m))).ThenReturns(6m).Then(new MoneyDeposited(1m));
        (await Opened.When(async account =>
        {
            await Task.Yield();
            account.Withdraw(6m);
        })).ThenThrows<InsufficientFundsException>();
    }

    [Fact]
    public void Scenario_does_not_change_by_its_steps()
    {
        Opened.Given(new MoneyDeposited(100m)).When(account => account.Withdraw(50m)).Then(new MoneyWithdrawn(50m, []));
        Opened.When(account => account.Withdraw(50m)).ThenThrows<InsufficientFundsException>();
        Opened.When(account => account.Withdraw(5m)).Then(new MoneyWithdrawn(5m, []));
    }

    [Fact]
    public void Aggregate_stands_in_its_stream() =>
        Scenario.For<Account>("a7").Given(new MoneyDeposited(1m)).When(account => account.OpenAs("Bob")).Then(new AccountOpened("Bob of a7 at 1"));

    [Fact]
    public void Numbers_are_compared_by_value_and_members_without_json_do_not_count() =>
        Opened.When(account => account.Withdraw(2.50m)).Then(new MoneyWithdrawn(2.5m, []) { Secret = "another" });

    [Fact]
    public void Other_content_is_told_member_by_member()
    {
        var error = Fails(() => Opened.When(account => account.Withdraw(2m, "tea", "milk")).Then(new MoneyWithdrawn(3m, ["tea", "sugar"], new Purpose("x", 1))));
        Assert.Equal(
            ["member 'amount': expected 3, was 2", "member 'tags[1]': expected \"sugar\", was \"milk\"", "member 'purpose': expected {\"text\":\"x\",\"kind\":1}, was null"],
            error.Differences);
        Assert.Equal(
            """
            The scenario of Account did not end as expected: event 0 differs: member 'amount': expected 3, was 2; member 'tags[1]': expected "sugar", was "milk"; member 'purpose': expected {"text":"x","kind":1}, was null.
            Given:
              0 account-opened {"owner":"Alice"}
              1 money-deposited {"amount":5}
            Expected:
              0 money-withdrawn {"amount":3,"tags":["tea","sugar"],"purpose":{"text":"x","kind":1}}
            Actual:
              0 money-withdrawn {"amount":2,"tags":["tea","milk"],"purpose":null}
            """,
            error.Message);
    }

    [Fact]
    public void First_event_that_differs_is_named() => Assert.Equal(
        "The scenario of Account did not end as expected: event 1 differs: expected event 'money-withdrawn', was 'money-deposited'.",
        Fails(() => Opened.When(DepositTwice).Then(new MoneyDeposited(1m), new MoneyWithdrawn(1m, []))).Problem);

    [Theory]
    [InlineData(0, "expected 0 events, was 2 events")]
    [InlineData(1, "expected 1 event, was 2 events")]
    [InlineData(3, "expected 3 events, was 2 events")]
    public void Other_number_of_events_is_told(int count, string problem)
    {
        object[] expected = [.. Enumerable.Repeat(new MoneyDeposited(1m), count)];
        Assert.Contains(problem, Fails(() => Opened.When(DepositTwice).Then(expected)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Command_that_throws_is_told_where_events_nothing_a_value_or_a_state_is_expected()
    {
        var outcome = Opened.When(account =>
        {
            account.Withdraw(6m);
            return 1;
        });
        foreach (Action then in (Action[])[() => outcome.Then(new MoneyDeposited(1m)), () => outcome.ThenNothing(), () => outcome.ThenReturns(1), () => outcome.ThenState(_ => true)])
        {
            var error = Fails(then);
            Assert.Contains("the command threw InsufficientFundsException: There is only 5 in it.", error.Problem, StringComparison.Ordinal);
            Assert.IsType<InsufficientFundsException>(error.InnerException);
        }
    }

    [Fact]
    public void Other_error_or_none_is_told()
    {
        Assert.Contains("threw InsufficientFundsException", Fails(() => Opened.When(account => account.Withdraw(6m)).ThenThrows<ArgumentException>()).Problem, StringComparison.Ordinal);
        Assert.Contains("threw nothing", Fails(() => Opened.When(DepositTwice).ThenThrows<ArgumentException>()).Problem, StringComparison.Ordinal);
        var error = Fails(() => Opened.When(account => account.Withdraw(6m)).ThenThrows<InsufficientFundsException>(refused => refused.Balance == 7m));
        Assert.Contains("of which does not hold: refused => refused.Balance == 7m", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_value_or_state_is_told()
    {
        Assert.Contains("expected the value 9, was 6", Fails(() => Opened.When(account => account.Deposit(1m)).ThenReturns(9m)).Problem, StringComparison.Ordinal);
        Assert.Contains(
            "of the state does not hold: account => account.Balance == 9m",
            Fails(() => Opened.When(DepositTwice).ThenState(account => account.Balance == 9m)).Problem,
            StringComparison.Ordinal);
        Assert.Contains("there is no state", Fails(() => Scenario.For<Account>().When(_ => { }).ThenState(_ => true)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Event_outside_of_the_set_is_told_with_the_set()
    {
        var problem = Fails(() => Scenario.For<Account>().Given(new Elsewhere())).Problem;
        Assert.StartsWith("'Foldstream.Testing.Tests.Elsewhere' is no event of Account: it handles ", problem, StringComparison.Ordinal);
        Assert.Contains("'Foldstream.Testing.Tests.MoneyDeposited'", problem, StringComparison.Ordinal);
        Fails(() => Opened.When(DepositTwice).Then(new Elsewhere()));
    }

    [Fact]
    public void Event_that_has_no_stored_form_is_told()
    {
        var error = Fails(() => Scenario.For<Account>().Given(new RateSet(double.NaN)));
        Assert.StartsWith("Event 'rate-set' does not survive its stored form: ", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Past_that_cannot_have_happened_is_no_refusal_of_the_command()
    {
        var error = Fails(() => Opened.Given(new MoneyDeposited(-1m)).When(account => account.Withdraw(1m)).ThenThrows<InvalidOperationException>());
        Assert.Equal("What is given cannot have happened to Account: a handler threw InvalidOperationException: It cannot have been negative.", error.Problem);
    }

    private static void DepositTwice(Account account)
    {
        account.Deposit(1m);
        account.Deposit(1m);
    }

    private static ScenarioException Fails(Action scenario) => Assert.Throws<ScenarioException>(scenario);
}
