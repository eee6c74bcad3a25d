namespace Bank;

/// <summary>The columns of a file of bookings, in order.</summary>
internal static class BookingColumns
{
    public const int TransactionId = 0;
    public const int AccountId = 1;
    public const int Date = 2;
    public const int Type = 3;
    public const int Operation = 4;
    public const int Amount = 5;
    public const int BalanceAfter = 6;
    public const int Purpose = 7;
    public const int CounterpartyBank = 8;
    public const int CounterpartyAccount = 9;

    public static readonly string[] Names =
    [
        "transaction_id", "account_id", "date", "type", "operation",
        "amount", "balance_after", "purpose", "counterparty_bank", "counterparty_account",
    ];
}
