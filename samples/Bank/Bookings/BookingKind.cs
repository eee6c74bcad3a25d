namespace Bank;

/// <summary>What a booking does to an account.</summary>
internal enum BookingKind
{
    CashDeposit,
    TransferIn,
    Interest,
    CashWithdrawal,
    TransferOut,
    CardPayment,
    StatementFee,
    OverdraftInterest,
}
