namespace Foldstream.TestKit;

/// <summary>A fault that a test put in the way.</summary>
public sealed class InjectedFaultException(string step) : Exception($"A test made this step fail: {step}.")
{
    public string Step { get; } = step;
}

/// <summary>A store that fails once, before or after one of the steps that its user takes, those inside of transactions included; or from one of them on, as for a process that is no more.</summary>
/// <remarks>A step that fails after it was taken has had its effect: a commit is kept, and its answer is lost.</remarks>
public class FaultyReadModels(IReadModelStore inner) : IReadModelStore
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int steps;
    private int crashAt = int.MaxValue;
    private bool isCrashed;

    /// <summary>Before or after which step to fail, counted from 0, two for each step; null for never.</summary>
    public int? FailAt { get; set; }

    /// <summary>Whether everything fails from now on.</summary>
    public bool IsCrashed
    {
        get
        {
            lock (gate)
                return isCrashed;
        }
    }

    /// <summary>How many places there were at which it could fail, since <see cref="Begin"/>.</summary>
    public int Places => steps;

    public InlineProjections Inline => inner.Inline;

    public EventStoreOptions Options => inner.Options;

    /// <summary>How often a step was taken, by its name.</summary>
    public int CountOf(string step) => counts.GetValueOrDefault(step);

    /// <summary>Counts from 0 again.</summary>
    public void Begin(int? failAt)
    {
        steps = 0;
        FailAt = failAt;
    }

    /// <summary>Fails in every place from so many places on: nothing that its user does reaches the store any more. Null is never; what has crashed stays so.</summary>
    public void CrashIn(int? places)
    {
        lock (gate)
        {
            crashAt = places is { } some ? steps + some : int.MaxValue;
            isCrashed |= places == 0;
        }
    }

    public ValueTask<AppendResult> AppendAsync(StreamAppend append, CancellationToken cancellationToken = default) => inner.AppendAsync(append, cancellationToken);

    public ValueTask ReadAsync(StreamId stream, StreamRange range, IEventVisitor visitor, CancellationToken cancellationToken = default) =>
        StepAsync("read a stream", () => inner.ReadAsync(stream, range, visitor, cancellationToken));

    public ValueTask ReadAsync(LogRange range, IEventVisitor visitor, CancellationToken cancellationToken = default) =>
        StepAsync("read the log", () => inner.ReadAsync(range, visitor, cancellationToken));

    public ValueTask<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellationToken = default) => inner.HeadAsync(stream, cancellationToken);

    public ValueTask<GlobalPosition?> HeadAsync(CancellationToken cancellationToken = default) => StepAsync("head", () => inner.HeadAsync(cancellationToken));

    public ValueTask<RecordedEvent?> FindEventAsync(Guid eventId, CancellationToken cancellationToken = default) => inner.FindEventAsync(eventId, cancellationToken);

    public ValueTask WaitAsync(GlobalPosition? after, CancellationToken cancellationToken = default) => inner.WaitAsync(after, cancellationToken);

    public ValueTask<IReadOnlyList<Checkpoint>> EnsureCheckpointsAsync(
        string subscription, int partitions, GlobalPosition? start, CancellationToken cancellationToken = default) =>
        StepAsync("ensure checkpoints", () => inner.EnsureCheckpointsAsync(subscription, partitions, start, cancellationToken));

    public ValueTask<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(string? subscription = null, CancellationToken cancellationToken = default) =>
        StepAsync("read checkpoints", () => inner.ReadCheckpointsAsync(subscription, cancellationToken));

    public ValueTask<Checkpoint> TakeOverAsync(string subscription, int partition, CancellationToken cancellationToken = default) =>
        StepAsync("take over", () => inner.TakeOverAsync(subscription, partition, cancellationToken));

    public ValueTask AdvanceAsync(Progress progress, CancellationToken cancellationToken = default) =>
        StepAsync("advance", () => inner.AdvanceAsync(progress, cancellationToken));

    public ValueTask<IReadOnlyList<Checkpoint>> RestartAsync(
        string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens = null, CancellationToken cancellationToken = default) =>
        StepAsync("restart", () => inner.RestartAsync(subscription, partitions, position, expectedTokens, cancellationToken));

    public ValueTask<bool> ForgetAsync(string subscription, CancellationToken cancellationToken = default) =>
        StepAsync("forget", () => inner.ForgetAsync(subscription, cancellationToken));

    public ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(
        string? subscription = null, int limit = 100, GlobalPosition? after = null, CancellationToken cancellationToken = default) =>
        StepAsync("read dead letters", () => inner.ReadDeadLettersAsync(subscription, limit, after, cancellationToken));

    public ValueTask<long> CountDeadLettersAsync(string subscription, CancellationToken cancellationToken = default) =>
        StepAsync("count dead letters", () => inner.CountDeadLettersAsync(subscription, cancellationToken));

    public ValueTask SaveDeadLetterAsync(DeadLetter letter, CancellationToken cancellationToken = default) =>
        StepAsync("save a dead letter", () => inner.SaveDeadLetterAsync(letter, cancellationToken));

    public ValueTask<bool> DiscardDeadLetterAsync(string subscription, Guid eventId, CancellationToken cancellationToken = default) =>
        StepAsync("discard a dead letter", () => inner.DiscardDeadLetterAsync(subscription, eventId, cancellationToken));

    public ValueTask<ProjectionState> PrepareAsync(
        ProjectionDefinition projection, string fingerprint, bool isShadow = false, CancellationToken cancellationToken = default) =>
        StepAsync("prepare", () => inner.PrepareAsync(projection, fingerprint, isShadow, cancellationToken));

    public ValueTask<ProjectionState?> FindProjectionAsync(string name, CancellationToken cancellationToken = default) =>
        StepAsync("find a projection", () => inner.FindProjectionAsync(name, cancellationToken));

    public ValueTask DropShadowAsync(string projection, CancellationToken cancellationToken = default) =>
        StepAsync("drop the shadow", () => inner.DropShadowAsync(projection, cancellationToken));

    public ValueTask<bool> ForgetProjectionAsync(string name, CancellationToken cancellationToken = default) =>
        StepAsync("forget a projection", () => inner.ForgetProjectionAsync(name, cancellationToken));

    public ValueTask<IReadOnlyList<StoredDocument>> LoadDocumentsAsync(
        DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken = default) =>
        StepAsync("load documents", () => inner.LoadDocumentsAsync(collection, keys, cancellationToken));

    public ValueTask<IReadOnlyList<StoredDocument>> QueryAsync(DocumentCollection collection, DocumentQuery query, CancellationToken cancellationToken = default) =>
        StepAsync("query", () => inner.QueryAsync(collection, query, cancellationToken));

    public ValueTask<long> CountAsync(DocumentCollection collection, string? tenant, DocumentFilter? filter, CancellationToken cancellationToken = default) =>
        StepAsync("count", () => inner.CountAsync(collection, tenant, filter, cancellationToken));

    public ValueTask TransactAsync(
        Func<IReadModelTransaction, CancellationToken, ValueTask> work, bool excludesAppends = false, CancellationToken cancellationToken = default) =>
        StepAsync(
            "transact",
            () => inner.TransactAsync((transaction, cancellation) => work(new FaultyTransaction(this, transaction), cancellation), excludesAppends, cancellationToken));

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected async ValueTask StepAsync(string name, Func<ValueTask> step) => await StepAsync(name, async () =>
    {
        await step();
        return true;
    });

    protected async ValueTask<T> StepAsync<T>(string name, Func<ValueTask<T>> step)
    {
        counts.AddOrUpdate(name, 1, (_, before) => before + 1);
        FailHere($"before {name}");
        var result = await step();
        FailHere($"after {name}");
        return result;
    }

    private void FailHere(string place)
    {
        lock (gate)
        {
            var at = steps++;
            isCrashed |= at >= crashAt;
            if (at == FailAt || isCrashed)
                throw new InjectedFaultException(place);
        }
    }

    private sealed class FaultyTransaction(FaultyReadModels store, IReadModelTransaction inner) : IReadModelTransaction
    {
        public ValueTask<IReadOnlyList<StoredDocument>> LockDocumentsAsync(
            DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken = default) =>
            store.StepAsync("lock documents", () => inner.LockDocumentsAsync(collection, keys, cancellationToken));

        public ValueTask WriteAsync(DocumentChanges changes, CancellationToken cancellationToken = default) =>
            store.StepAsync("write", () => inner.WriteAsync(changes, cancellationToken));

        public ValueTask AdvanceAsync(Progress progress, CancellationToken cancellationToken = default) =>
            store.StepAsync("advance inside", () => inner.AdvanceAsync(progress, cancellationToken));

        public ValueTask PromoteAsync(ProjectionState state, CancellationToken cancellationToken = default) =>
            store.StepAsync("promote", () => inner.PromoteAsync(state, cancellationToken));

        public ValueTask SaveStateAsync(ProjectionDefinition projection, ProjectionState state, CancellationToken cancellationToken = default) =>
            store.StepAsync("save the state", () => inner.SaveStateAsync(projection, state, cancellationToken));

        public ValueTask<IReadOnlyList<Checkpoint>> RestartAsync(
            string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens = null, CancellationToken cancellationToken = default) =>
            store.StepAsync("restart inside", () => inner.RestartAsync(subscription, partitions, position, expectedTokens, cancellationToken));

        public ValueTask<bool> ForgetAsync(string subscription, CancellationToken cancellationToken = default) =>
            store.StepAsync("forget inside", () => inner.ForgetAsync(subscription, cancellationToken));
    }
}
