namespace Foldstream.TestKit;

/// <summary>A store that lets a test act between two steps of whoever uses it.</summary>
public sealed class InterceptedStore(IEventStore inner) : IEventStore
{
    /// <summary>Runs once, before the next append.</summary>
    public Func<Task>? BeforeAppend { get; set; }

    /// <summary>Runs once, after the next read of a stream.</summary>
    public Func<Task>? AfterRead { get; set; }

    /// <summary>Runs once, after the next look-up of an event.</summary>
    public Func<Task>? AfterFind { get; set; }

    public EventStoreOptions Options => inner.Options;

    public async ValueTask<AppendResult> AppendAsync(StreamAppend append, CancellationToken cancellationToken = default)
    {
        await TakeAsync(BeforeAppend, () => BeforeAppend = null);
        return await inner.AppendAsync(append, cancellationToken);
    }

    public async ValueTask ReadAsync(StreamId stream, StreamRange range, IEventVisitor visitor, CancellationToken cancellationToken = default)
    {
        await inner.ReadAsync(stream, range, visitor, cancellationToken);
        await TakeAsync(AfterRead, () => AfterRead = null);
    }

    public ValueTask<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellationToken = default) =>
        inner.HeadAsync(stream, cancellationToken);

    public async ValueTask<RecordedEvent?> FindEventAsync(Guid eventId, CancellationToken cancellationToken = default)
    {
        var found = await inner.FindEventAsync(eventId, cancellationToken);
        await TakeAsync(AfterFind, () => AfterFind = null);
        return found;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task TakeAsync(Func<Task>? step, Action forget)
    {
        forget();
        return step?.Invoke() ?? Task.CompletedTask;
    }
}
