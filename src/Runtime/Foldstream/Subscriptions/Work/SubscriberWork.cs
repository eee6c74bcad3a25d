namespace Foldstream;

/// <summary>Hands events to a subscriber one by one.</summary>
internal sealed class SubscriberWork(ISubscriber subscriber) : IHandlerWork
{
    public static RunPart Part(ISubscriber subscriber, StartFrom? from, SubscriptionOptions? options) => new()
    {
        Name = subscriber.Definition.Name,
        Type = subscriber.GetType(),
        Interest = SubscriptionInterest.Of(subscriber.Definition, options ?? SubscriptionOptions.Default),
        From = from ?? StartFrom.Checkpoint,
        Options = options ?? SubscriptionOptions.Default,
        CreateWork = _ => Of(subscriber),
    };

    public static ISubscriptionWork Of(ISubscriber subscriber) =>
        subscriber.Definition.TakesBatches ? new SubscriberBatchWork(subscriber) : new SubscriberWork(subscriber);

    public object? Take(in StoredEvent stored) => RoutedItem.Take(subscriber.Route(stored), stored);

    public ValueTask HandleAsync(TakenEvent @event, CancellationToken cancellationToken)
    {
        var item = (RoutedItem)@event.Item!;
        return subscriber.HandleAsync(item.Routed, item.Context, cancellationToken);
    }
}
