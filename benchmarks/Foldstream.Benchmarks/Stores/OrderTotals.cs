namespace Foldstream.Benchmarks;

/// <summary>One document for all streams, in whatever order.</summary>
[Projection("order-totals", Category = "orders", Commutative = true)]
public sealed partial class OrderTotals
{
    public decimal Total { get; private set; }

    public int Lines { get; private set; }

    public int Orders { get; private set; }

    [Key]
    private static string All(OrderPlaced e) => "all";

    private void Apply(OrderPlaced e)
    {
        Total += e.Total;
        Lines += e.Lines;
        Orders++;
    }
}
