namespace Bank;

/// <summary>An event of an account in the words of a statement.</summary>
/// <param name="Text">What happened.</param>
/// <param name="Change">What it added to the balance; negative where it took away.</param>
/// <param name="Counterparty">Who is at the other end; null where nobody is.</param>
/// <param name="Purpose">What it is for; null where nobody says.</param>
internal sealed record Movement(string Text, decimal Change, Counterparty? Counterparty = null, PaymentPurpose? Purpose = null)
{
    public static Movement Of(object accountEvent) => accountEvent switch
    {
        AccountOpened => new("Account opened", 0m),
        CashDeposited e => new("Cash deposited", e.Amount),
        TransferReceived e => new("Transfer received", e.Amount, e.From, e.Purpose),
        InterestCredited e => new("Interest", e.Amount),
        CashWithdrawn e => new("Cash withdrawn", -e.Amount, e.Payee, e.Purpose),
        TransferSent e => new("Transfer sent", -e.Amount, e.To, e.Purpose),
        CardPaymentMade e => new("Card payment", -e.Amount, e.Payee, e.Purpose),
        StatementFeeCharged e => new("Statement fee", -e.Amount),
        OverdraftInterestCharged e => new("Overdraft interest", -e.Amount),
        _ => throw new ArgumentException($"{accountEvent.GetType().Name} is not told on statements: write a line for it in {nameof(Movement)}."),
    };
}
