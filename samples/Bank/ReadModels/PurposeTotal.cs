using Foldstream;

namespace Bank;

/// <summary>What all payments of one purpose come to, over all accounts: one document for each purpose, under its name.</summary>
/// <remarks>Sums do not ask for an order: events of different accounts may come in any.</remarks>
[Projection("purpose-totals", Category = Account.Category, Commutative = true)]
public sealed partial class PurposeTotal
{
    /// <summary>How many payments there were.</summary>
    public int Payments { get; private set; }

    /// <summary>What came in.</summary>
    public decimal Received { get; private set; }

    /// <summary>What went out.</summary>
    public decimal Spent { get; private set; }

    /// <summary>A payment without a purpose is in no document.</summary>
    [Key]
    private static PaymentPurpose? By(IPayment e) => e.Purpose;

    private void Apply(TransferReceived e)
    {
        Payments++;
        Received += e.Amount;
    }

    private void Apply(TransferSent e) => Spend(e);

    private void Apply(CashWithdrawn e) => Spend(e);

    private void Apply(CardPaymentMade e) => Spend(e);

    private void Spend(IPayment payment)
    {
        Payments++;
        Spent += payment.Amount;
    }
}
