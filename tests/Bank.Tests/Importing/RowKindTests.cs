using Foldstream;

namespace Bank.Tests;

public sealed class RowKindTests : IDisposable
{
    private static readonly Counterparty Other = new("AL", "42");

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, IAccountEvent> Kinds => new()
    {
        { "credit,cash-deposit,5.00,,,", new CashDeposited(5m) },
        { "credit,transfer-in,5.00,,AL,42", new TransferReceived(5m, Other, null) },
        { "credit,transfer-in,5.00,pension,AL,42", new TransferReceived(5m, Other, PaymentPurpose.Pension) },
        { "credit,,5.00,interest,,", new InterestCredited(5m) },
        { "withdrawal,cash-withdrawal,5.00,,,", new CashWithdrawn(5m, null, null) },
        { "withdrawal,cash-withdrawal,5.00,,,0", new CashWithdrawn(5m, new Counterparty(null, "0"), null) },
        { "withdrawal,cash-withdrawal,5.00,household,,0", new CashWithdrawn(5m, new Counterparty(null, "0"), PaymentPurpose.Household) },
        { "withdrawal,cash-withdrawal,5.00,statement-fee,,", new StatementFeeCharged(5m) },
        { "withdrawal,cash-withdrawal,5.00,overdraft-interest,,", new OverdraftInterestCharged(5m) },
        { "withdrawal,card-withdrawal,5.00,,,", new CardPaymentMade(5m, null, null) },
        { "withdrawal,transfer-out,5.00,,AL,42", new TransferSent(5m, Other, null) },
        { "withdrawal,transfer-out,5.00,household,AL,42", new TransferSent(5m, Other, PaymentPurpose.Household) },
        { "withdrawal,transfer-out,5.00,insurance,AL,42", new TransferSent(5m, Other, PaymentPurpose.Insurance) },
        { "withdrawal,transfer-out,5.00,loan,AL,42", new TransferSent(5m, Other, PaymentPurpose.Loan) },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_of_row_is_stored_as_its_event(string row, IAccountEvent expected)
    {
        await using var store = new InMemoryEventStore();
        var bookings = await BookingFile.ReadAsync(folder.WriteBookings(Row(row)), TestContext.Current.CancellationToken);

        var result = await new BookingImport(store, 100m).RunAsync(bookings, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(result.Mismatches);
        var events = await StoredEvents.OfAsync(store, "9");
        Assert.Equal([new AccountOpened(100m), expected], events.Select(stored => stored.Event));
        Assert.Equal(new DateTimeOffset(1994, 1, 31, 0, 0, 0, TimeSpan.Zero), events[1].Recorded.OccurredAt);
        Assert.Equal("71", events[1].Recorded.Metadata.CausationId);
    }

    private static string Row(string kind)
    {
        var fields = kind.Split(',');
        var balance = fields[0] == "credit" ? "5.00" : "-5.00";
        return string.Join(',', ["71", "9", "1994-01-31", .. fields[..3], balance, .. fields[3..]]);
    }
}
