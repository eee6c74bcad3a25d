namespace Foldstream.Subscriptions.NodeProgram;

/// <summary>Says for which taking of which partition a handler is called: one fencing token, one taking.</summary>
internal sealed class PartitionTaking(int partition, IHandlerWork inner) : IHandlerWork
{
    private static readonly AsyncLocal<string?> Called = new();
    private static int takings;

    private readonly string name = $"{partition} {Interlocked.Increment(ref takings)}";

    public static string Current => Called.Value ?? throw new InvalidOperationException("No partition calls.");

    /// <summary>A subscriber's part of a run, each partition of which says when it calls.</summary>
    public static RunPart Part(ISubscriber subscriber, SubscriptionOptions options) => SubscriberWork.Part(subscriber, null, options) with
    {
        CreateWork = held => new PartitionTaking(held.Partition, (IHandlerWork)SubscriberWork.Of(subscriber)),
    };

    public object? Take(in StoredEvent stored) => inner.Take(stored);

    public async ValueTask HandleAsync(TakenEvent @event, CancellationToken cancellationToken)
    {
        Called.Value = name;
        await inner.HandleAsync(@event, cancellationToken).ConfigureAwait(false);
    }
}
