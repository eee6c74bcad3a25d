namespace Bank;

/// <summary>A booking after which the account does not hold what the file says.</summary>
internal sealed record Mismatch(Booking Booking, string Problem)
{
    /// <summary>The mismatch in one line, with its place in the file.</summary>
    public string DescribeIn(string path) =>
        $"{path}:{Booking.Line}: account {Booking.AccountId}, transaction {Booking.TransactionId}: {Problem}";
}
