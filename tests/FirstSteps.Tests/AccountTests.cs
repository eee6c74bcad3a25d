using Foldstream.Testing;
using Xunit;

namespace FirstSteps.Tests;

public sealed class AccountTests
{
    [Fact]
    public void What_is_there_can_be_withdrawn() => Scenario.For<Account>()
        .Given(new AccountOpened("Alice"), new MoneyDeposited(10m))
        .When(account => account.Withdraw(4m))
        .Then(new MoneyWithdrawn(4m));

    [Fact]
    public void More_than_that_is_refused() => Scenario.For<Account>()
        .Given(new AccountOpened("Alice"), new MoneyDeposited(10m))
        .When(account => account.Withdraw(40m))
        .ThenThrows<InvalidOperationException>(refused => refused.Message.Contains("has only 10"));
}
