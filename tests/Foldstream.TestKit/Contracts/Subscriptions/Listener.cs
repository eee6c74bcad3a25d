using System.Collections.Concurrent;

namespace Foldstream.TestKit;

/// <summary>A subscriber written by hand: keeps what it handled, and does what a test tells it to.</summary>
public sealed class Listener : ISubscriber
{
    private readonly ConcurrentQueue<EventContext> handled = new();
    private int running;

    /// <param name="name">The name of the subscription.</param>
    /// <param name="category">The category that it reads. The default, null, is all.</param>
    /// <param name="eventNames">The events that it reads. The default is the numbered ones.</param>
    /// <param name="takesBatches">Whether it takes whole batches.</param>
    public Listener(string name = "listener", string? category = null, string[]? eventNames = null, bool takesBatches = false) =>
        Definition = new SubscriptionDefinition(name, category, eventNames ?? ["number-drawn"], takesBatches);

    public SubscriptionDefinition Definition { get; }

    /// <summary>Runs before an event counts as handled; what it throws is the handler's failure.</summary>
    public Func<EventContext, CancellationToken, Task>? Handling { get; set; }

    /// <summary>Runs before a batch counts as handled.</summary>
    public Func<IReadOnlyList<TypedEvent>, CancellationToken, Task>? HandlingBatch { get; set; }

    /// <summary>Runs when an event is decoded; what it throws is the failure to decode.</summary>
    public Action<int>? Decoding { get; set; }

    /// <summary>What was handled, in the order in which it was.</summary>
    public IReadOnlyList<EventContext> Handled => [.. handled];

    /// <summary>The sizes of the batches that came, also of those that failed.</summary>
    public ConcurrentQueue<int> Batches { get; } = new();

    /// <summary>How many handlers ran at once at the most.</summary>
    public int MostAtOnce { get; private set; }

    public RoutedEvent Route(in StoredEvent stored)
    {
        Decoding?.Invoke(Sample.NumberOf(stored.ToRecordedEvent()));
        return new RoutedEvent(0, stored.Id);
    }

    public async ValueTask HandleAsync(RoutedEvent routed, EventContext context, CancellationToken cancellationToken)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref running));
        try
        {
            if (Handling is { } handling)
                await handling(context, cancellationToken);
            handled.Enqueue(context);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    public async ValueTask HandleAsync(IReadOnlyList<TypedEvent> events, CancellationToken cancellationToken)
    {
        Batches.Enqueue(events.Count);
        if (HandlingBatch is { } handling)
            await handling(events, cancellationToken);
        foreach (var (_, recorded) in events)
            handled.Enqueue(new EventContext(recorded.Stream, recorded.Version, recorded.Position, recorded.Id, recorded.Type, recorded.OccurredAt, recorded.RecordedAt, recorded.Metadata));
    }
}
