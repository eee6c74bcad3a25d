namespace Foldstream;

/// <summary>A store that keeps its events in memory: for tests, for trials, and as the manual for the authors of stores.</summary>
/// <remarks>
/// One lock makes every append atomic and gives the order of the whole store. Readers take a snapshot of the references under
/// the lock and visit it outside, so that a slow visitor stops nobody. Safe under concurrent use; events live as long as the store.
/// Read models, checkpoints and snapshots are one immutable value beside the log; transactions over it follow one another.
/// </remarks>
public sealed partial class InMemoryEventStore : IMultiStreamAppend, IReadModelStore, ISnapshotStore
{
    private readonly Guid identity = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
    private readonly Lock gate = new();
    private readonly InMemoryLog log = new();
    private readonly IReadOnlyDictionary<string, MemoryQueryOperator> queryOperators;
    private TaskCompletionSource appended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates an empty store.</summary>
    /// <param name="options">Clock, ids and limits. The default, null, is <see cref="EventStoreOptions.Default"/>.</param>
    /// <param name="queryOperators">The operators of <see cref="CustomFilter"/>s by their names. The default, null, is none.</param>
    public InMemoryEventStore(EventStoreOptions? options = null, IReadOnlyDictionary<string, MemoryQueryOperator>? queryOperators = null)
    {
        Options = options ?? EventStoreOptions.Default;
        this.queryOperators = queryOperators ?? new Dictionary<string, MemoryQueryOperator>(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public EventStoreOptions Options { get; }

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(StreamAppend append, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(append);
        var results = await MeasureAppendAsync([append], cancellationToken).ConfigureAwait(false);
        return results[0];
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(
        IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken = default)
    {
        MultiStreamRules.Check(appends);
        return MeasureAppendAsync(appends, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask ReadAsync(
        StreamId stream, StreamRange range, IEventVisitor visitor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(visitor);
        return Visit(() => log.Select(stream, range), visitor, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask ReadAsync(LogRange range, IEventVisitor visitor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(visitor);
        var after = range.After?.In(identity) ?? -1;
        var upTo = range.UpTo?.In(identity) ?? long.MaxValue;
        return Visit(() => log.Select(range, after, upTo), visitor, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
            return ValueTask.FromResult(log.Head(stream));
    }

    /// <inheritdoc/>
    public ValueTask<GlobalPosition?> HeadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
            return ValueTask.FromResult(log.LastPosition);
    }

    /// <inheritdoc/>
    public ValueTask<RecordedEvent?> FindEventAsync(Guid eventId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
            return ValueTask.FromResult(log.Find(eventId));
    }

    /// <inheritdoc/>
    public async ValueTask WaitAsync(GlobalPosition? after, CancellationToken cancellationToken = default)
    {
        var seen = after?.In(identity) ?? -1;
        while (!HoldsMoreThan(seen, out var nextAppend))
            await nextAppend.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits for snapshots on their way; the events go with the last reference to the store.</summary>
    public ValueTask DisposeAsync() => this.FlushSnapshotsAsync();

    private ValueTask<IReadOnlyList<AppendResult>> MeasureAppendAsync(
        IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken) =>
        StoreTelemetry.AppendAsync("memory", this, appends, static (store, batch, cancellation) => store.AppendAllAsync(batch, cancellation), cancellationToken);

    private async ValueTask<IReadOnlyList<AppendResult>> AppendAllAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (true)
        {
            // Asked again after each wait: what excluded the append may have been the start of an inline projection.
            if (Inline.Concern(appends))
                return await AppendInlineAsync(appends, cancellationToken).ConfigureAwait(false);
            Task? exclusion;
            lock (gate)
            {
                exclusion = exclusionOfAppends?.Task;
                // Asked here too, where nobody can make a projection inline any more: its guard would let the append pass, and nobody would apply it.
                if (exclusion is null && !Inline.Concern(appends))
                    return Append(appends);
            }

            if (exclusion is null)
                continue;
            RefuseInsideTransaction();
            await exclusion.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Appends what no inline projection concerns; the caller holds the lock.</summary>
    private IReadOnlyList<AppendResult> Append(IReadOnlyList<StreamAppend> appends)
    {
        if (FindEarlier(appends) is { } earlier)
            return earlier;
        CheckInline(appends);
        return Add(appends, DrawUp(appends), tables);
    }

    private IReadOnlyList<AppendResult>? FindEarlier(IReadOnlyList<StreamAppend> appends) => RepeatedAppend.Find(appends, log.Find);

    /// <summary>The events of appends whose conditions hold, as they will be stored: nothing is changed yet.</summary>
    private RecordedEvent[][] DrawUp(IReadOnlyList<StreamAppend> appends)
    {
        foreach (var append in appends)
            log.CheckOpen(append.Stream);
        foreach (var append in appends)
            append.Condition.Check(log.Head(append.Stream));
        var now = StoredTime.Normalize(Options.Clock.GetUtcNow());
        var ids = log.GiveIds(appends, () => Options.NewEventId(now));
        var position = log.NextPosition;
        var events = new RecordedEvent[appends.Count][];
        for (var index = 0; index < appends.Count; index++)
        {
            events[index] = log.DrawUp(appends[index], identity, position, now, ids);
            position += events[index].Length;
        }

        return events;
    }

    private AppendResult[] Add(IReadOnlyList<StreamAppend> appends, RecordedEvent[][] events, InMemoryTables after)
    {
        AppendResult[] results = [.. appends.Select((append, index) => log.Add(append, events[index]))];
        tables = after;
        WakeWaiting();
        return results;
    }

    private ValueTask Visit(Func<IEnumerable<RecordedEvent>> select, IEventVisitor visitor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RecordedEvent[] snapshot;
        lock (gate)
            snapshot = [.. select()];
        foreach (var recorded in snapshot)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!visitor.Visit(recorded.AsStored()))
                break;
        }

        return ValueTask.CompletedTask;
    }

    private bool HoldsMoreThan(long seen, out Task nextAppend)
    {
        lock (gate)
        {
            nextAppend = appended.Task;
            return log.LastPosition is { } last && last.Value > seen;
        }
    }

    private void WakeWaiting()
    {
        appended.SetResult();
        appended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
