using System.Globalization;

namespace Bank;

/// <summary>The fields of one row, on their way to a booking.</summary>
internal readonly struct BookingRow(string[] fields, int line)
{
    public int Line => line;

    public bool IsHeader => fields.SequenceEqual(BookingColumns.Names);

    /// <exception cref="MalformedRowException">A field is not what its column holds; the message says which, and what was expected.</exception>
    public Booking ToBooking()
    {
        CheckColumns();
        var (kind, purpose) = ReadKind();
        return new Booking
        {
            Line = line,
            TransactionId = ReadId(BookingColumns.TransactionId),
            AccountId = ReadId(BookingColumns.AccountId),
            Date = ReadDate(),
            Kind = kind,
            Purpose = purpose,
            Amount = ReadAmount(),
            BalanceAfter = ReadMoney(BookingColumns.BalanceAfter, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign),
            Counterparty = ReadCounterparty(),
        };
    }

    private void CheckColumns()
    {
        if (fields.Length != BookingColumns.Names.Length)
            throw new MalformedRowException(line, $"it has {fields.Length} columns; expected {BookingColumns.Names.Length}: {string.Join(',', BookingColumns.Names)}");
    }

    private (BookingKind Kind, PaymentPurpose? Purpose) ReadKind()
    {
        var (type, operation, purpose) = (fields[BookingColumns.Type], fields[BookingColumns.Operation], fields[BookingColumns.Purpose]);
        return BookingKinds.Find(type, operation, purpose) ?? throw new MalformedRowException(
            line, $"type '{type}', operation '{operation}' and purpose '{purpose}' are no kind of booking together; expected {BookingKinds.Expected}");
    }

    private string ReadId(int column) => AccountIds.IsValid(fields[column])
        ? fields[column]
        : throw Unexpected(column, AccountIds.Rule);

    private DateOnly ReadDate() =>
        DateOnly.TryParseExact(fields[BookingColumns.Date], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Unexpected(BookingColumns.Date, "a date such as 1994-03-31");

    private decimal ReadAmount()
    {
        var amount = ReadMoney(BookingColumns.Amount, NumberStyles.AllowDecimalPoint);
        return amount > 0 ? amount : throw Unexpected(BookingColumns.Amount, "an amount above zero");
    }

    private decimal ReadMoney(int column, NumberStyles styles) =>
        decimal.TryParse(fields[column], styles, CultureInfo.InvariantCulture, out var value) && value.Scale <= 2
            ? value
            : throw Unexpected(column, styles.HasFlag(NumberStyles.AllowLeadingSign)
                ? "a number of at most two decimals, such as -14.60"
                : "a number without sign of at most two decimals, such as 14.60");

    private Counterparty? ReadCounterparty()
    {
        var bank = NullIfEmpty(fields[BookingColumns.CounterpartyBank]);
        var account = NullIfEmpty(fields[BookingColumns.CounterpartyAccount]);
        return bank is null && account is null ? null : new Counterparty(bank, account);
    }

    private static string? NullIfEmpty(string field) => field.Length == 0 ? null : field;

    private MalformedRowException Unexpected(int column, string expected) =>
        new(line, $"{BookingColumns.Names[column]} is '{fields[column]}'; expected {expected}");
}
