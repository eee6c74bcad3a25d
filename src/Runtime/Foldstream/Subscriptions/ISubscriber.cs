namespace Foldstream;

/// <summary>What the generator makes of a class marked with <see cref="SubscriptionAttribute"/>; never written by hand.</summary>
public interface ISubscriber
{
    /// <summary>Name and interest.</summary>
    SubscriptionDefinition Definition { get; }

    /// <summary>Decodes an event.</summary>
    /// <exception cref="UnknownEventException">The event is not in the set.</exception>
    RoutedEvent Route(in StoredEvent stored);

    /// <summary>Hands a decoded event to its handler; not called where <see cref="SubscriptionDefinition.TakesBatches"/>.</summary>
    ValueTask HandleAsync(RoutedEvent routed, EventContext context, CancellationToken cancellationToken);

    /// <summary>Hands over a whole batch; called only where <see cref="SubscriptionDefinition.TakesBatches"/>.</summary>
    ValueTask HandleAsync(IReadOnlyList<TypedEvent> events, CancellationToken cancellationToken);
}
