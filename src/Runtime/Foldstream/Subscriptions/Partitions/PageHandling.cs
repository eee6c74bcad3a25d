namespace Foldstream;

/// <summary>Handles the events of a page and moves the partition with them, in the way of the work.</summary>
internal abstract class PageHandling
{
    public static PageHandling For(ISubscriptionWork work, SubscriptionContext context, PartitionLoop loop) => work switch
    {
        ITransactionalWork transactional => new TransactionalPages(transactional, context, loop),
        IBatchHandlerWork batches => new BatchPages(batches, context, loop),
        IHandlerWork handler => new HandlerPages(handler, context, loop),
        _ => throw new ArgumentException($"{work.GetType().Name} is no kind of work that a subscription knows.", nameof(work)),
    };

    /// <summary>Handles a page to its end; a pause is spent within it.</summary>
    public abstract ValueTask HandleAsync(SubscriptionPage page);

    /// <summary>Handles one event again that was set aside before, without moving the partition.</summary>
    public abstract ValueTask RepeatAsync(TakenEvent taken);
}
