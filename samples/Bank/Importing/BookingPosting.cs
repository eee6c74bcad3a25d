namespace Bank;

/// <summary>Gives the command that a booking stands for.</summary>
internal static class BookingPosting
{
    public static void Post(this Account account, Booking booking)
    {
        switch (booking.Kind)
        {
            case BookingKind.CashDeposit:
                account.DepositCash(booking.Amount);
                break;
            case BookingKind.TransferIn:
                account.ReceiveTransfer(booking.Amount, booking.Counterparty, booking.Purpose);
                break;
            case BookingKind.Interest:
                account.CreditInterest(booking.Amount);
                break;
            case BookingKind.CashWithdrawal:
                account.WithdrawCash(booking.Amount, booking.Counterparty, booking.Purpose);
                break;
            case BookingKind.TransferOut:
                account.SendTransfer(booking.Amount, booking.Counterparty, booking.Purpose);
                break;
            case BookingKind.CardPayment:
                account.PayByCard(booking.Amount, booking.Counterparty, booking.Purpose);
                break;
            case BookingKind.StatementFee:
                account.ChargeStatementFee(booking.Amount);
                break;
            case BookingKind.OverdraftInterest:
                account.ChargeOverdraftInterest(booking.Amount);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(booking), booking.Kind, "This kind of booking has no command.");
        }
    }
}
