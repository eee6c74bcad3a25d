using Foldstream;

namespace Tour;

#region events
public interface IOrderEvent;

[Event("order-placed")]
public sealed record OrderPlaced(string Customer, IReadOnlyList<OrderLine> Lines) : IOrderEvent;

[Event("order-paid")]
public sealed record OrderPaid(decimal Amount) : IOrderEvent;

[Event("order-printed")]
public sealed record OrderPrinted : IOrderEvent;

public sealed record OrderLine(string Product, int Quantity, decimal Price);
#endregion

#region aggregate
[Aggregate("order", Events = typeof(IOrderEvent))]
[Ignores<OrderPrinted>]
public sealed partial class Order
{
    public decimal Total { get; private set; }
    public decimal Paid { get; private set; }

    public void Place(string customer, params OrderLine[] lines) => Raise(new OrderPlaced(customer, lines));

    public decimal Pay(decimal amount)
    {
        if (amount > Total - Paid)
            throw new InvalidOperationException($"Only {Total - Paid} of order {Id} is open.");
        Raise(new OrderPaid(amount));
        return Total - Paid;
    }

    private void Apply(OrderPlaced e) => Total = e.Lines.Sum(line => line.Quantity * line.Price);
    private void Apply(OrderPaid e) => Paid += e.Amount;
}
#endregion
