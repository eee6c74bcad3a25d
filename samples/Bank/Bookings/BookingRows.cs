namespace Bank;

/// <summary>The rows of a file, sorted into bookings and rows that cannot be read.</summary>
internal sealed class BookingRows
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    public List<Booking> Bookings { get; } = [];

    public List<MalformedRowException> Malformed { get; } = [];

    public void Add(BookingRow row)
    {
        try
        {
            var booking = row.ToBooking();
            CheckIsNew(booking);
            Bookings.Add(booking);
        }
        catch (MalformedRowException malformed)
        {
            Malformed.Add(malformed);
        }
    }

    private void CheckIsNew(Booking booking)
    {
        if (!lines.TryAdd(booking.TransactionId, booking.Line))
            throw new MalformedRowException(
                booking.Line, $"transaction_id {booking.TransactionId} is also on line {lines[booking.TransactionId]}; expected one row for each");
    }
}
