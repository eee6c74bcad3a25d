namespace Foldstream;

/// <summary>What a subscription does with its events; one object for each partition that runs.</summary>
/// <remarks>Neither <see cref="Take"/> nor the handling is ever called concurrently with itself; but the next page is taken while the present one is handled.</remarks>
internal interface ISubscriptionWork
{
    /// <summary>Decodes an event while it is in the store's buffers; null sets it aside.</summary>
    object? Take(in StoredEvent stored);
}

/// <summary>Work whose effects live in the store: they and the step of the checkpoint are kept together or not at all.</summary>
internal interface ITransactionalWork : ISubscriptionWork
{
    /// <summary>Handles events and moves the partition, in one transaction. What it throws says little of whether that was kept: the checkpoint does. It is called again, with the same or fewer events, only if it was not.</summary>
    /// <exception cref="PartitionLostException">Somebody else has the partition now.</exception>
    ValueTask HandleAsync(IReadOnlyList<TakenEvent> events, Progress progress, CancellationToken cancellationToken);
}

/// <summary>Work whose effects live elsewhere, event by event: at least once.</summary>
internal interface IHandlerWork : ISubscriptionWork
{
    ValueTask HandleAsync(TakenEvent @event, CancellationToken cancellationToken);
}

/// <summary>Work whose effects live elsewhere, batch by batch: at least once.</summary>
internal interface IBatchHandlerWork : ISubscriptionWork
{
    ValueTask HandleAsync(IReadOnlyList<TakenEvent> events, CancellationToken cancellationToken);
}
