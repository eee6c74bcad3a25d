namespace Bank.Tests;

public sealed class OpeningTests
{
    [Fact]
    public void Opening_sets_the_overdraft_limit()
    {
        var account = Given.NoAccount();

        account.Open(500m);

        Assert.Equal([new AccountOpened(500m)], account.PendingEvents);
        Assert.True(account.IsOpen);
        Assert.Equal((0m, 500m), (account.Balance, account.Available));
    }

    [Fact]
    public void Opening_twice_is_refused()
    {
        var account = Given.OpenAccount();

        var refusal = Assert.Throws<AccountAlreadyOpenException>(() => account.Open(0m));

        Assert.Equal(Given.AccountId, refusal.AccountId);
        Assert.Single(account.PendingEvents);
    }

    [Fact]
    public void A_negative_overdraft_limit_is_no_limit() =>
        Assert.Throws<ArgumentOutOfRangeException>("overdraftLimit", () => Given.NoAccount().Open(-1m));
}
