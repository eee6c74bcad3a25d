namespace Foldstream.Testing.Tests;

public sealed class DeciderScenarioTests
{
    private static readonly DeciderScenario<Wallet> Filled = Scenario.ForDecider<Wallet>().Given(new MoneyDeposited(5m));

    [Fact]
    public void Decision_is_what_is_expected() => Filled.When(new Spend(2m)).Then(new MoneyWithdrawn(2m, []));

    [Fact]
    public void Decision_of_nothing_ends_with_nothing() => Filled.When(new Save()).ThenNothing();

    [Fact]
    public void Refusal_is_what_is_thrown() =>
        Assert.Equal(5m, Filled.When(new Spend(6m)).ThenThrows<InsufficientFundsException>(refused => refused.Balance > 0).Balance);

    [Fact]
    public void State_after_the_command_can_be_asked_for() =>
        Filled.When(new Save(1m, 2m)).Then(new MoneyDeposited(1m), new MoneyDeposited(2m)).ThenState(wallet => wallet.Balance == 8m);

    [Fact]
    public void State_before_anything_is_the_initial_one() => Scenario.ForDecider<Wallet>().When(new Save()).ThenNothing().ThenState(wallet => wallet.Balance == 0m);

    [Fact]
    public void Other_decision_is_told() => Assert.Equal(
        ["member 'amount': expected 3, was 2"],
        Assert.Throws<ScenarioException>(() => Filled.When(new Spend(2m)).Then(new MoneyWithdrawn(3m, []))).Differences);

    [Fact]
    public void Event_outside_of_the_set_is_told() => Assert.Contains(
        "is no event of Wallet", Assert.Throws<ScenarioException>(() => Filled.Given(new AccountOpened("Alice"))).Problem, StringComparison.Ordinal);
}
