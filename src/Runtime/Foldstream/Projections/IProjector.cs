namespace Foldstream;

/// <summary>Turns events into rows of the user's own tables, inside the store's transaction; generated for a class marked with <see cref="ProjectorAttribute"/>.</summary>
/// <typeparam name="TTransaction">The store's transaction, such as <c>NpgsqlTransaction</c>.</typeparam>
public interface IProjector<in TTransaction>
{
    /// <summary>Name and interest.</summary>
    SubscriptionDefinition Definition { get; }

    /// <summary>Decodes an event.</summary>
    RoutedEvent Route(in StoredEvent stored);

    /// <summary>Hands a decoded event to its handler.</summary>
    ValueTask ProjectAsync(RoutedEvent routed, EventContext context, TTransaction transaction, CancellationToken cancellationToken);
}
