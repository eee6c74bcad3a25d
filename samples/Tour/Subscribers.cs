using Foldstream;

namespace Tour;

public interface IPostOffice
{
    Task SendAsync(string to, string text, Guid idempotencyKey, CancellationToken cancellationToken);
}

public interface ISearchIndex
{
    Task WriteAsync(IReadOnlyList<(string Order, string Text)> entries, CancellationToken cancellationToken);
}

#region subscriber
[Subscription("order-mailer", Of = typeof(Order))]
[Ignores<OrderPrinted>]
public sealed partial class OrderMailer(IPostOffice postOffice)
{
    private Task Handle(OrderPlaced e, EventContext context, CancellationToken cancellationToken) =>
        postOffice.SendAsync(e.Customer, $"Thank you for order {context.Stream.Id}.", context.Id, cancellationToken);

    private Task Handle(OrderPaid e, EventContext context, CancellationToken cancellationToken) =>
        postOffice.SendAsync("accounting", $"Order {context.Stream.Id}: {e.Amount}", context.Id, cancellationToken);
}
#endregion

#region batch-subscriber
[Subscription("order-search", Events = typeof(IOrderEvent))]
[Ignores<OrderPaid>]
[Ignores<OrderPrinted>]
public sealed partial class OrderSearch(ISearchIndex index)
{
    private Task Handle(IReadOnlyList<TypedEvent> events, CancellationToken cancellationToken) =>
        index.WriteAsync([.. events.Select(item => (item.Recorded.Stream.Id, Describe(item.Event)))], cancellationToken);

    private static string Describe(object @event) => @event switch
    {
        OrderPlaced placed => $"{placed.Customer}: {string.Join(", ", placed.Lines.Select(line => line.Product))}",
        _ => "",
    };
}
#endregion
