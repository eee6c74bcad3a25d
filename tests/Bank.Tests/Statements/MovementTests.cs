namespace Bank.Tests;

public sealed class MovementTests
{
    private static readonly IAccountEvent[] OneOfEach =
    [
        new AccountOpened(100m),
        new CashDeposited(1m),
        new TransferReceived(1m, null, null),
        new InterestCredited(1m),
        new CashWithdrawn(1m, null, null),
        new TransferSent(1m, null, null),
        new CardPaymentMade(1m, null, null),
        new StatementFeeCharged(1m),
        new OverdraftInterestCharged(1m),
    ];

    [Fact]
    public void Every_event_of_the_model_has_its_own_words_on_a_statement()
    {
        Assert.Equal(
            BankEvents.Model.Definitions.Select(definition => definition.ClrType).ToHashSet(),
            OneOfEach.Select(accountEvent => accountEvent.GetType()).ToHashSet());
        Assert.Distinct(OneOfEach.Select(accountEvent => Movement.Of(accountEvent).Text));
    }

    [Fact]
    public void Movements_come_to_the_balance_of_the_account()
    {
        var account = Given.OpenAccount(balance: 100m, overdraftLimit: 10m);
        account.SendTransfer(30m);
        account.CreditInterest(0.25m);
        account.ChargeStatementFee(14.60m);

        Assert.Equal(account.Balance, account.PendingEvents.Sum(pending => Movement.Of(pending).Change));
    }

    [Fact]
    public void Something_else_is_told_apart() => Assert.Throws<ArgumentException>(() => Movement.Of("no event"));
}
