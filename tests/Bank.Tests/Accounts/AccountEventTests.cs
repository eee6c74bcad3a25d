namespace Bank.Tests;

public sealed class AccountEventTests
{
    private static readonly Counterparty Landlord = new("AL", "30551002");

    [Fact]
    public void A_transfer_keeps_its_counterparty_and_its_purpose()
    {
        var account = Given.OpenAccount(balance: 900m);

        account.SendTransfer(800m, Landlord, PaymentPurpose.Household);

        Assert.Equal(new TransferSent(800m, Landlord, PaymentPurpose.Household), account.PendingEvents[^1]);
    }

    [Fact]
    public void The_stored_names_are_these_for_ever() => Assert.Equal(
        [
            "account-opened", "card-payment-made", "cash-deposited", "cash-withdrawn", "interest-credited",
            "overdraft-interest-charged", "statement-fee-charged", "transfer-received", "transfer-sent",
        ],
        BankEvents.Model.Definitions.Select(definition => definition.Type.ToString()).Order(StringComparer.Ordinal));
}
