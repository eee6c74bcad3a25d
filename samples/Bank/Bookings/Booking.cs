namespace Bank;

/// <summary>One row of a file of bookings.</summary>
internal sealed record Booking
{
    public required int Line { get; init; }

    public required string TransactionId { get; init; }

    public required string AccountId { get; init; }

    public required DateOnly Date { get; init; }

    public required BookingKind Kind { get; init; }

    public required decimal Amount { get; init; }

    /// <summary>What the account holds after the booking, by whoever wrote the file.</summary>
    public required decimal BalanceAfter { get; init; }

    public PaymentPurpose? Purpose { get; init; }

    public Counterparty? Counterparty { get; init; }

    /// <summary>Midnight UTC of the day of the booking.</summary>
    public DateTimeOffset OccurredAt => new(Date, TimeOnly.MinValue, TimeSpan.Zero);
}
