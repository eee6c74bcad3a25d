using Foldstream;

namespace Tour;

#region single-stream
[Projection("order-views", Of = typeof(Order))]
[Ignores<OrderPrinted>]
public sealed partial class OrderView
{
    [Index] public string Customer { get; private set; } = "";
    public IReadOnlyList<OrderLine> Lines { get; private set; } = [];
    public decimal Open { get; private set; }
    public DateTimeOffset? PaidAt { get; private set; }

    private void Apply(OrderPlaced e)
    {
        Customer = e.Customer;
        Lines = e.Lines;
        Open = e.Lines.Sum(line => line.Quantity * line.Price);
    }

    private void Apply(OrderPaid e, EventContext context)
    {
        Open -= e.Amount;
        PaidAt = context.OccurredAt;
    }
}
#endregion

#region deletes
[Projection("unpaid-orders", Of = typeof(Order))]
[Ignores<OrderPrinted>]
public sealed partial class UnpaidOrder
{
    public string Customer { get; private set; } = "";

    private void Apply(OrderPlaced e) => Customer = e.Customer;

    [DeletesDocument]
    private void Apply(OrderPaid e)
    {
    }
}
#endregion

#region by-key
[Projection("customers")]
public sealed partial class CustomerTotals
{
    public int Orders { get; private set; }
    public decimal Ordered { get; private set; }

    [Key]
    private static string By(OrderPlaced e) => e.Customer;

    private void Apply(OrderPlaced e)
    {
        Orders++;
        Ordered += e.Lines.Sum(line => line.Quantity * line.Price);
    }
}
#endregion

#region several-keys
[Projection("products", Commutative = true)]
public sealed partial class ProductUse
{
    public int Orders { get; private set; }
    public int Quantity { get; private set; }

    [Key]
    private static IEnumerable<string> By(OrderPlaced e) => e.Lines.Select(line => line.Product);

    private void Apply(OrderPlaced e, EventContext context)
    {
        Orders++;
        Quantity += e.Lines.Where(line => line.Product == context.Key?.Id).Sum(line => line.Quantity);
    }
}
#endregion
