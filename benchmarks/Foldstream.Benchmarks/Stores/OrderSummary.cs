namespace Foldstream.Benchmarks;

/// <summary>One document for each stream.</summary>
[Projection("order-summaries", Of = typeof(Orders))]
public sealed partial class OrderSummary
{
    public string Customer { get; private set; } = "";

    public decimal Total { get; private set; }

    public int Lines { get; private set; }

    public DateTimeOffset LastPlacedAt { get; private set; }

    private void Apply(OrderPlaced e)
    {
        Customer = e.Customer;
        Total += e.Total;
        Lines += e.Lines;
        LastPlacedAt = e.PlacedAt;
    }
}
