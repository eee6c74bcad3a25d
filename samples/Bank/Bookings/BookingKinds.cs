namespace Bank;

/// <summary>Tells the kind of a booking from the three columns that say it.</summary>
internal static class BookingKinds
{
    public const string Expected =
        "a credit by cash-deposit, transfer-in or as interest, or a withdrawal by cash-withdrawal, transfer-out or card-withdrawal";

    /// <summary>The kind, and the purpose where the sender gave one; null where the columns do not go together.</summary>
    public static (BookingKind Kind, PaymentPurpose? Purpose)? Find(string type, string operation, string purpose) =>
        (type, operation, purpose) switch
        {
            ("credit", "", "interest") => (BookingKind.Interest, null),
            ("credit", "cash-deposit", "") => (BookingKind.CashDeposit, null),
            ("credit", "transfer-in", _) => WithPurpose(BookingKind.TransferIn, purpose),
            ("withdrawal", "cash-withdrawal", "statement-fee") => (BookingKind.StatementFee, null),
            ("withdrawal", "cash-withdrawal", "overdraft-interest") => (BookingKind.OverdraftInterest, null),
            ("withdrawal", "cash-withdrawal", _) => WithPurpose(BookingKind.CashWithdrawal, purpose),
            ("withdrawal", "transfer-out", _) => WithPurpose(BookingKind.TransferOut, purpose),
            ("withdrawal", "card-withdrawal", _) => WithPurpose(BookingKind.CardPayment, purpose),
            _ => null,
        };

    private static (BookingKind Kind, PaymentPurpose? Purpose)? WithPurpose(BookingKind kind, string purpose) => purpose switch
    {
        "" => (kind, null),
        "household" => (kind, PaymentPurpose.Household),
        "insurance" => (kind, PaymentPurpose.Insurance),
        "loan" => (kind, PaymentPurpose.Loan),
        "pension" => (kind, PaymentPurpose.Pension),
        _ => null,
    };
}
