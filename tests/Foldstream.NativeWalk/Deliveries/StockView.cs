namespace Foldstream.NativeWalk;

/// <summary>One event to several documents, by keys that are values of their own.</summary>
[Projection("stock")]
public sealed partial class StockView
{
    public int Ordered { get; private set; }

    public DateTimeOffset? LastAt { get; private set; }

    [Key]
    private static IEnumerable<Sku> By(DeliveryOrdered e) => e.Items.Select(item => item.Sku);

    private void Apply(DeliveryOrdered e, EventContext context)
    {
        Ordered++;
        LastAt = context.OccurredAt;
    }
}
