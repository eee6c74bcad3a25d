namespace Foldstream;

/// <summary>Hands events to a subscriber in batches.</summary>
internal sealed class SubscriberBatchWork(ISubscriber subscriber) : IBatchHandlerWork
{
    public object? Take(in StoredEvent stored)
    {
        var routed = subscriber.Route(stored);
        return routed.IsIgnored ? null : new TypedEvent(routed.Event!, stored.ToRecordedEvent());
    }

    public ValueTask HandleAsync(IReadOnlyList<TakenEvent> events, CancellationToken cancellationToken) =>
        subscriber.HandleAsync([.. events.Select(taken => (TypedEvent)taken.Item!)], cancellationToken);
}
