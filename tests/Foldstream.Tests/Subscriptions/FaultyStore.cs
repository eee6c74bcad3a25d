namespace Foldstream.Tests;

/// <summary>An in-memory store that does what a test tells it to, before it reads, waits or saves.</summary>
internal sealed class FaultyStore : ISubscriptionStore
{
    private readonly InMemoryEventStore inner = new();

    public Action? Reading { get; set; }

    public Action<Progress>? Advancing { get; set; }

    public Func<CancellationToken, ValueTask>? Waiting { get; set; }

    public List<Progress> Advanced { get; } = [];

    public EventStoreOptions Options => inner.Options;

    public static Exception Away => new StoreUnavailableException("test", "The store is away.");

    public ValueTask<AppendResult> AppendAsync(StreamAppend append, CancellationToken cancellationToken = default) => inner.AppendAsync(append, cancellationToken);

    public ValueTask ReadAsync(StreamId stream, StreamRange range, IEventVisitor visitor, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(stream, range, visitor, cancellationToken);

    public ValueTask<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellationToken = default) => inner.HeadAsync(stream, cancellationToken);

    public ValueTask<RecordedEvent?> FindEventAsync(Guid eventId, CancellationToken cancellationToken = default) => inner.FindEventAsync(eventId, cancellationToken);

    public ValueTask ReadAsync(LogRange range, IEventVisitor visitor, CancellationToken cancellationToken = default)
    {
        Reading?.Invoke();
        return inner.ReadAsync(range, visitor, cancellationToken);
    }

    public ValueTask<GlobalPosition?> HeadAsync(CancellationToken cancellationToken = default) => inner.HeadAsync(cancellationToken);

    public ValueTask WaitAsync(GlobalPosition? after, CancellationToken cancellationToken = default) =>
        Waiting is { } waiting ? waiting(cancellationToken) : inner.WaitAsync(after, cancellationToken);

    public ValueTask<IReadOnlyList<Checkpoint>> EnsureCheckpointsAsync(string subscription, int partitions, GlobalPosition? start, CancellationToken cancellationToken = default) =>
        inner.EnsureCheckpointsAsync(subscription, partitions, start, cancellationToken);

    public ValueTask<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(string? subscription = null, CancellationToken cancellationToken = default) =>
        inner.ReadCheckpointsAsync(subscription, cancellationToken);

    public ValueTask<Checkpoint> TakeOverAsync(string subscription, int partition, CancellationToken cancellationToken = default) =>
        inner.TakeOverAsync(subscription, partition, cancellationToken);

    public async ValueTask AdvanceAsync(Progress progress, CancellationToken cancellationToken = default)
    {
        Advancing?.Invoke(progress);
        await inner.AdvanceAsync(progress, cancellationToken);
        lock (Advanced)
            Advanced.Add(progress);
    }

    public ValueTask<IReadOnlyList<Checkpoint>> RestartAsync(
        string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens = null, CancellationToken cancellationToken = default) =>
        inner.RestartAsync(subscription, partitions, position, expectedTokens, cancellationToken);

    public ValueTask<bool> ForgetAsync(string subscription, CancellationToken cancellationToken = default) => inner.ForgetAsync(subscription, cancellationToken);

    public ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(
        string? subscription = null, int limit = 100, GlobalPosition? after = null, CancellationToken cancellationToken = default) =>
        inner.ReadDeadLettersAsync(subscription, limit, after, cancellationToken);

    public ValueTask<long> CountDeadLettersAsync(string subscription, CancellationToken cancellationToken = default) => inner.CountDeadLettersAsync(subscription, cancellationToken);

    public ValueTask SaveDeadLetterAsync(DeadLetter letter, CancellationToken cancellationToken = default) => inner.SaveDeadLetterAsync(letter, cancellationToken);

    public ValueTask<bool> DiscardDeadLetterAsync(string subscription, Guid eventId, CancellationToken cancellationToken = default) =>
        inner.DiscardDeadLetterAsync(subscription, eventId, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
