using System.Runtime.CompilerServices;

namespace Foldstream;

/// <content>Documents, and the transactions over them.</content>
public sealed partial class InMemoryEventStore
{
    private readonly SemaphoreSlim transactions = new(1);
    private readonly AsyncLocal<StrongBox<bool>?> runsInTransaction = new();
    private InMemoryTables tables = InMemoryTables.Empty;
    private TaskCompletionSource? exclusionOfAppends;

    /// <inheritdoc/>
    public InlineProjections Inline { get; } = new();

    /// <inheritdoc/>
    public async ValueTask<ProjectionState> PrepareAsync(
        ProjectionDefinition projection, string fingerprint, bool isShadow = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(projection);
        ArgumentNullException.ThrowIfNull(fingerprint);
        var changed = await ChangeAsync(Prepare, cancellationToken).ConfigureAwait(false);
        return changed.Projections[projection.Name].State;

        InMemoryTables Prepare(InMemoryTables before)
        {
            var collection = new DocumentCollection(projection.Name, isShadow);
            var known = before.Projections.GetValueOrDefault(projection.Name);
            var state = known?.State ?? new ProjectionState(projection.Name, Lifecycle.Async, fingerprint, Now);
            return before with
            {
                Projections = before.Projections.SetItem(projection.Name, new InMemoryProjection(state, projection)),
                Documents = before.Documents.ContainsKey(collection) ? before.Documents : before.Documents.SetItem(collection, InMemoryTables.NoDocuments),
            };
        }
    }

    /// <inheritdoc/>
    public ValueTask<ProjectionState?> FindProjectionAsync(string name, CancellationToken cancellationToken = default) =>
        Read(now => now.Projections.GetValueOrDefault(name)?.State, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DropShadowAsync(string projection, CancellationToken cancellationToken = default) =>
        await ChangeAsync(
            before => before with { Documents = before.Documents.Remove(new DocumentCollection(projection, IsShadow: true)) }, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<bool> ForgetProjectionAsync(string name, CancellationToken cancellationToken = default)
    {
        var known = false;
        await ChangeAsync(Forget, cancellationToken).ConfigureAwait(false);
        return known;

        InMemoryTables Forget(InMemoryTables before)
        {
            var live = new DocumentCollection(name);
            known = before.Projections.ContainsKey(name);
            return before with { Projections = before.Projections.Remove(name), Documents = before.Documents.RemoveRange([live, live.Shadow]) };
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredDocument>> LoadDocumentsAsync(
        DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Read(now => InMemoryReading.Load(now, collection, keys), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredDocument>> QueryAsync(
        DocumentCollection collection, DocumentQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Read(now => InMemoryReading.Query(now, collection, query, Operator), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(
        DocumentCollection collection, string? tenant, DocumentFilter? filter, CancellationToken cancellationToken = default) =>
        Read(now => InMemoryReading.Count(now, collection, tenant, filter, Operator), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Transactions follow one another. The work is run once.</remarks>
    /// <exception cref="InvalidOperationException">It is called from the work of another transaction of this store.</exception>
    public async ValueTask TransactAsync(
        Func<IReadModelTransaction, CancellationToken, ValueTask> work, bool excludesAppends = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await RunAloneAsync(
            async () =>
            {
                if (excludesAppends)
                    ExcludeAppends();
                try
                {
                    var transaction = await DrawUpAsync(work, cancellationToken).ConfigureAwait(false);
                    lock (gate)
                        tables = transaction.Tables;
                    return true;
                }
                finally
                {
                    if (excludesAppends)
                        AdmitAppends();
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    private MemoryQueryOperator Operator(string name) => queryOperators.GetValueOrDefault(name) ?? throw new UnknownOperatorException(
        name, "in-memory", $"{nameof(queryOperators)} of {nameof(InMemoryEventStore)}");

    private DateTimeOffset Now => StoredTime.Normalize(Options.Clock.GetUtcNow());

    /// <summary>Appends alone, together with what the inline projections make of the events.</summary>
    private ValueTask<IReadOnlyList<AppendResult>> AppendInlineAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken) =>
        RunAloneAsync(
            async () =>
            {
                ExcludeAppends();
                try
                {
                    RecordedEvent[][] events;
                    ProjectionState[] inline;
                    lock (gate)
                    {
                        if (FindEarlier(appends) is { } earlier)
                            return earlier;
                        CheckInline(appends);
                        events = DrawUp(appends);
                        inline = [.. tables.Projections.Values.Select(projection => projection.State).Where(state => state.Lifecycle == Lifecycle.Inline)];
                    }

                    var transaction = await DrawUpAsync(
                        (within, cancellation) => Inline.ApplyAsync(within, inline, [.. events.SelectMany(item => item)], cancellation), cancellationToken).ConfigureAwait(false);
                    lock (gate)
                        return (IReadOnlyList<AppendResult>)Add(appends, events, transaction.Tables);
                }
                finally
                {
                    AdmitAppends();
                }
            },
            cancellationToken);

    /// <summary>Events of an inline projection that this object does not run are refused: its documents would miss them.</summary>
    private void CheckInline(IReadOnlyList<StreamAppend> appends)
    {
        if (tables.Projections.IsEmpty)
            return;
        var running = Inline.Names;
        var missing = tables.Projections.Values.FirstOrDefault(projection =>
            appends.Any(projection.Guards) && !running.Contains(projection.State.Name, StringComparer.Ordinal));
        if (missing is not null)
            throw new InlineProjectionMissingException(missing.State.Name);
    }

    private async ValueTask<InMemoryTransaction> DrawUpAsync(Func<IReadModelTransaction, CancellationToken, ValueTask> work, CancellationToken cancellationToken)
    {
        InMemoryTransaction transaction;
        lock (gate)
            transaction = new InMemoryTransaction(tables, Options.Clock);
        try
        {
            await work(transaction, cancellationToken).ConfigureAwait(false);
            return transaction;
        }
        finally
        {
            transaction.End();
        }
    }

    private async ValueTask<T> RunAloneAsync<T>(Func<Task<T>> run, CancellationToken cancellationToken)
    {
        RefuseInsideTransaction();
        await transactions.WaitAsync(cancellationToken).ConfigureAwait(false);
        // A box, so that what the work leaves running learns of the end.
        var inside = new StrongBox<bool>(true);
        try
        {
            runsInTransaction.Value = inside;
            return await run().ConfigureAwait(false);
        }
        finally
        {
            inside.Value = false;
            transactions.Release();
        }
    }

    private void RefuseInsideTransaction()
    {
        if (runsInTransaction.Value is { Value: true })
            throw new InvalidOperationException(
                "This is called from inside of a transaction of the same store, which it would wait for without end: use the transaction, or call it afterwards.");
    }

    private ValueTask<InMemoryTables> ChangeAsync(Func<InMemoryTables, InMemoryTables> change, CancellationToken cancellationToken) =>
        RunAloneAsync(
            () =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                lock (gate)
                    tables = change(tables);
                return Task.FromResult(tables);
            },
            cancellationToken);

    private ValueTask<T> Read<T>(Func<InMemoryTables, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        InMemoryTables now;
        lock (gate)
            now = tables;
        return ValueTask.FromResult(read(now));
    }

    private void ExcludeAppends()
    {
        lock (gate)
            exclusionOfAppends = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private void AdmitAppends()
    {
        lock (gate)
        {
            exclusionOfAppends?.SetResult();
            exclusionOfAppends = null;
        }
    }
}
