namespace Bank.Tests;

public sealed class BookingFileTests : IDisposable
{
    private const string Good = "1,2566,1993-01-27,credit,cash-deposit,800.00,800.00,,,";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_row_becomes_a_booking()
    {
        var booking = Assert.Single(await ReadAsync("7,8566,1994-03-07,withdrawal,transfer-out,8894.00,-2656.70,household,OP,72889137"));

        Assert.Equal(
            new Booking
            {
                Line = 2,
                TransactionId = "7",
                AccountId = "8566",
                Date = new DateOnly(1994, 3, 7),
                Kind = BookingKind.TransferOut,
                Purpose = PaymentPurpose.Household,
                Amount = 8894.00m,
                BalanceAfter = -2656.70m,
                Counterparty = new Counterparty("OP", "72889137"),
            },
            booking);
        Assert.Equal(new DateTimeOffset(1994, 3, 7, 0, 0, 0, TimeSpan.Zero), booking.OccurredAt);
    }

    [Fact]
    public async Task Quoted_fields_and_both_kinds_of_line_ends_are_read()
    {
        var path = Path.Combine(folder.Path, "mixed.csv");
        await File.WriteAllTextAsync(path, $"{string.Join(',', BookingColumns.Names)}\r\n{Good}\r\n2,2566,\"1993-01-28\",credit,cash-deposit,1.00,801.00,,,\n", TestContext.Current.CancellationToken);

        var bookings = await BookingFile.ReadAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal([2, 3], bookings.Select(booking => booking.Line));
    }

    [Theory]
    [InlineData(",2566,1993-01-27,credit,cash-deposit,800.00,800.00,,,", "transaction_id is ''; expected 1 to 40 letters")]
    [InlineData("1,,1993-01-27,credit,cash-deposit,800.00,800.00,,,", "account_id is ''; expected 1 to 40 letters")]
    [InlineData("1,25/66,1993-01-27,credit,cash-deposit,800.00,800.00,,,", "account_id is '25/66'; expected")]
    [InlineData("1,2566,27.01.1993,credit,cash-deposit,800.00,800.00,,,", "date is '27.01.1993'; expected a date such as 1994-03-31")]
    [InlineData("1,2566,1993-02-29,credit,cash-deposit,800.00,800.00,,,", "date is '1993-02-29'; expected a date")]
    [InlineData("1,2566,1993-01-27,debit,cash-deposit,800.00,800.00,,,", "type 'debit', operation 'cash-deposit' and purpose '' are no kind of booking together")]
    [InlineData("1,2566,1993-01-27,credit,cash-withdrawal,800.00,800.00,,,", "type 'credit', operation 'cash-withdrawal'")]
    [InlineData("1,2566,1993-01-27,credit,cash-deposit,800.00,800.00,interest,,", "type 'credit', operation 'cash-deposit' and purpose 'interest' are no kind of booking together; expected")]
    [InlineData("1,2566,1993-01-27,withdrawal,transfer-out,800.00,800.00,gambling,,", "type 'withdrawal', operation 'transfer-out' and purpose 'gambling' are no kind of booking together; expected")]
    [InlineData("1,2566,1993-01-27,credit,cash-deposit,,800.00,,,", "amount is ''; expected a number without sign")]
    [InlineData("1,2566,1993-01-27,credit,cash-deposit,1.234,800.00,,,", "amount is '1.234'; expected a number without sign of at most two decimals")]
    [InlineData("1,2566,1993-01-27,credit,cash-deposit,-800.00,800.00,,,", "amount is '-800.00'; expected a number without sign")]
    [InlineData("1,2566,1993-01-27,credit,cash-deposit,0.00,800.00,,,", "amount is '0.00'; expected an amount above zero")]
    [InlineData("1,2566,1993-01-27,credit,cash-deposit,eight,800.00,,,", "amount is 'eight'; expected a number")]
    [InlineData("1,2566,1993-01-27,credit,cash-deposit,800.00,1e3,,,", "balance_after is '1e3'; expected a number of at most two decimals")]
    [InlineData("1,2566,1993-01-27,credit,cash-deposit,800.00,,,,", "balance_after is ''; expected a number")]
    [InlineData("1,2566,1993-01-27,credit,cash-deposit,800.00,800.00,,", "it has 9 columns; expected 10: transaction_id,account_id")]
    [InlineData("1,2566,1993-01-27,credit,cash-deposit,800,00,800,00,,,", "it has 12 columns; expected 10")]
    [InlineData("1;2566;1993-01-27;credit;cash-deposit;800.00;800.00;;;", "it has 1 columns; expected 10")]
    [InlineData("1,25\"66,1993-01-27,credit,cash-deposit,800.00,800.00,,,", "it has a quote in the wrong place")]
    [InlineData("1,\"2566,1993-01-27,credit,cash-deposit,800.00,800.00,,,", "it has a quote in the wrong place")]
    public async Task A_malformed_row_is_named_by_file_line_and_reason(string row, string problem)
    {
        var path = folder.WriteBookings(Good.Replace("1,", "99,", StringComparison.Ordinal), row);

        var error = await Assert.ThrowsAsync<MalformedFileException>(() => ReadFileAsync(path));

        Assert.StartsWith($"{path}:3: {problem}", error.Message, StringComparison.Ordinal);
        Assert.Single(error.Rows);
    }

    [Fact]
    public async Task A_transaction_that_is_in_the_file_twice_is_malformed()
    {
        var error = await Assert.ThrowsAsync<MalformedFileException>(() => ReadAsync(Good, Good));

        Assert.Contains(":3: transaction_id 1 is also on line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_malformed_rows_are_counted_and_the_first_are_told()
    {
        var error = await Assert.ThrowsAsync<MalformedFileException>(() => ReadAsync([.. Enumerable.Repeat("no booking", 25)]));

        Assert.Equal(25, error.Rows.Count);
        Assert.Contains(":21: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(":22: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("and 5 more.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Malformed rows: 25.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Good)]
    [InlineData("transaction_id,account_id")]
    public async Task A_file_without_the_header_is_refused(string firstLine)
    {
        var path = folder.Write(firstLine, Good);

        var error = await Assert.ThrowsAsync<MalformedFileException>(() => ReadFileAsync(path));

        Assert.Contains("there is no header; expected transaction_id,account_id", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var path = folder.WriteBookings();
        await File.AppendAllTextAsync(path, "1,2566,1993-01-27,credit,transfer-in,1.00,1.00,,A", TestContext.Current.CancellationToken);
        await File.AppendAllBytesAsync(path, [0xFF, (byte)'\n'], TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<MalformedFileException>(() => ReadFileAsync(path));

        Assert.Contains("expected UTF-8", error.Message, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<Booking>> ReadAsync(params string[] rows) => ReadFileAsync(folder.WriteBookings(rows));

    private static Task<IReadOnlyList<Booking>> ReadFileAsync(string path) =>
        BookingFile.ReadAsync(path, TestContext.Current.CancellationToken);
}
