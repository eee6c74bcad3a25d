namespace Bank.Tests;

public sealed class MovementRuleTests
{
    private static readonly Dictionary<string, Action<Account, decimal>> Movements = new(StringComparer.Ordinal)
    {
        ["cash deposit"] = (account, amount) => account.DepositCash(amount),
        ["transfer received"] = (account, amount) => account.ReceiveTransfer(amount),
        ["interest"] = (account, amount) => account.CreditInterest(amount),
        ["cash withdrawal"] = (account, amount) => account.WithdrawCash(amount),
        ["transfer sent"] = (account, amount) => account.SendTransfer(amount),
        ["card payment"] = (account, amount) => account.PayByCard(amount),
        ["statement fee"] = (account, amount) => account.ChargeStatementFee(amount),
        ["overdraft interest"] = (account, amount) => account.ChargeOverdraftInterest(amount),
    };

    private static readonly string[] Credits = ["cash deposit", "transfer received", "interest"];
    private static readonly string[] Withdrawals = ["cash withdrawal", "transfer sent", "card payment"];
    private static readonly string[] Charges = ["statement fee", "overdraft interest"];

    public static TheoryData<string> All => [.. Movements.Keys];

    public static TheoryData<string> OwnersWithdrawals => [.. Withdrawals];

    public static TheoryData<string> BanksCharges => [.. Charges];

    [Theory]
    [MemberData(nameof(All))]
    public void A_movement_changes_the_balance_by_its_amount(string movement)
    {
        var account = Given.OpenAccount(balance: 100m);

        Movements[movement](account, 30.25m);

        Assert.Equal(Credits.Contains(movement) ? 130.25m : 69.75m, account.Balance);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_movement_on_an_account_that_is_not_open_is_refused(string movement)
    {
        var account = Given.NoAccount();

        var refusal = Assert.Throws<AccountNotOpenException>(() => Movements[movement](account, 1m));

        Assert.Equal(Given.AccountId, refusal.AccountId);
        Assert.Empty(account.PendingEvents);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_amount_of_zero_or_below_is_refused(string movement)
    {
        var account = Given.OpenAccount(balance: 100m);

        Assert.Equal(0m, Assert.Throws<AmountNotPositiveException>(() => Movements[movement](account, 0m)).Amount);
        Assert.Equal(-1m, Assert.Throws<AmountNotPositiveException>(() => Movements[movement](account, -1m)).Amount);
        Assert.Equal(100m, account.Balance);
    }

    [Theory]
    [MemberData(nameof(OwnersWithdrawals))]
    public void A_withdrawal_may_use_the_whole_overdraft(string withdrawal)
    {
        var account = Given.OpenAccount(balance: 100m, overdraftLimit: 50m);

        Movements[withdrawal](account, 150m);

        Assert.Equal((-50m, 0m), (account.Balance, account.Available));
    }

    [Theory]
    [MemberData(nameof(OwnersWithdrawals))]
    public void A_withdrawal_beyond_the_overdraft_is_refused(string withdrawal)
    {
        var account = Given.OpenAccount(balance: 100m, overdraftLimit: 50m);

        var refusal = Assert.Throws<OverdraftLimitExceededException>(() => Movements[withdrawal](account, 150.01m));

        Assert.Equal((150.01m, 100m, 50m), (refusal.Amount, refusal.Balance, refusal.OverdraftLimit));
        Assert.Equal(100m, account.Balance);
    }

    [Theory]
    [MemberData(nameof(BanksCharges))]
    public void The_bank_charges_beyond_the_overdraft(string charge)
    {
        var account = Given.OpenAccount();

        Movements[charge](account, 14.60m);

        Assert.Equal(-14.60m, account.Balance);
    }
}
