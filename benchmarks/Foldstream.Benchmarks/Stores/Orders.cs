namespace Foldstream.Benchmarks;

/// <summary>What a load folds: the orders of one customer.</summary>
[Aggregate("orders")]
public sealed partial class Orders
{
    public decimal Total { get; private set; }

    public int Lines { get; private set; }

    public void Place(OrderPlaced order) => Raise(order);

    private void Apply(OrderPlaced e)
    {
        Total += e.Total;
        Lines += e.Lines;
    }
}
