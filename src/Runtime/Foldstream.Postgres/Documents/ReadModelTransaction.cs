using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>A transaction over documents and checkpoints.</summary>
/// <remarks>
/// What needs no answer is collected. Where nothing needs one, all of it goes to the server as one pipeline, which is a transaction of its own: a batch of
/// documents and its checkpoint take one round trip. Otherwise it goes with the next question, or with the commit.
/// </remarks>
internal sealed class ReadModelTransaction : IReadModelTransaction, IAsyncDisposable
{
    private readonly ReadModelParts parts;
    private readonly NpgsqlConnection connection;
    private readonly bool isOwn;
    private readonly List<NpgsqlBatchCommand> pending = [];
    private readonly List<DocumentTable> used = [];
    private int pendingAnswers;
    private NpgsqlTransaction? transaction;
    private bool ended;

    /// <summary>Begins one of the store's own on an open connection.</summary>
    public ReadModelTransaction(ReadModelParts parts, NpgsqlConnection connection)
    {
        this.parts = parts;
        this.connection = connection;
        isOwn = true;
    }

    /// <summary>Works in a transaction that somebody else ends.</summary>
    public ReadModelTransaction(ReadModelParts parts, NpgsqlTransaction transaction)
    {
        this.parts = parts;
        this.transaction = transaction;
        connection = transaction.Connection!;
    }

    /// <summary>The last fault of a statement of this class; others come from whoever uses the transaction too.</summary>
    public NpgsqlException? Fault { get; private set; }

    /// <summary>Whether the server was asked to commit: what becomes of a connection that ends now is unknown.</summary>
    public bool IsCommitting { get; private set; }

    public NpgsqlTransaction Unwrap()
    {
        ThrowIfEnded();
        return transaction ??= connection.BeginTransaction();
    }

    public async ValueTask<long> ExcludeAppendsAsync(CancellationToken cancellationToken)
    {
        var drawn = await AskAsync(
            [new NpgsqlBatchCommand(parts.Projections.ExcludeAppends)],
            0,
            static async (reader, cancellation) =>
            {
                await reader.ReadAsync(cancellation).ConfigureAwait(false);
                return reader.GetInt64(0);
            },
            cancellationToken).ConfigureAwait(false);
        return drawn;
    }

    public async ValueTask<IReadOnlyList<StoredDocument>> LockDocumentsAsync(
        DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var table = Use(collection);
        if (keys.Count == 0)
            return [];
        // Locks first: the question has a later snapshot and sees what those wrote who had them before.
        NpgsqlBatchCommand[] commands = [.. parts.Locks.Take(table, keys), new(DocumentTable.Locked(DocumentKeyBinding.Text(table, keys)))];
        DocumentKeyBinding.Bind(commands[^1].Parameters, keys);
        return await AskAsync(commands, commands.Length - 1, (reader, cancellation) => reader.ToListAsync(parts.Rows.Read, cancellation), cancellationToken).ConfigureAwait(false);
    }

    public ValueTask WriteAsync(DocumentChanges changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var table = Use(changes.Collection);
        if (changes.Writes.Count > 0)
            parts.Rows.Bind(Add(table.Save).Parameters, changes.Writes);
        if (changes.Deletes.Count > 0)
            DocumentKeyBinding.BindAll(Add(table.Delete).Parameters, changes.Deletes);
        return ValueTask.CompletedTask;
    }

    public async ValueTask AdvanceAsync(Progress progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ThrowIfEnded();
        // First, so that who lost the partition writes nothing in vain, and everybody locks checkpoints before documents.
        var step = new NpgsqlBatchCommand(parts.Checkpoints.Advance);
        parts.Checkpoints.BindAdvance(step.Parameters, progress);
        pending.Insert(0, step);
        pendingAnswers++;
        foreach (var letter in progress.DeadLetters)
            SaveDeadLetter(letter);
        foreach (var eventId in progress.Settled)
            await SettleAsync(progress.Subscription, eventId, cancellationToken).ConfigureAwait(false);
    }

    public void SaveDeadLetter(DeadLetter letter) => parts.DeadLetters.Bind(Add(parts.DeadLetters.Save).Parameters, letter);

    public async ValueTask PromoteAsync(ProjectionState state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        Know(new DocumentCollection(state.Name).Shadow);
        var promote = new NpgsqlBatchCommand(parts.Projections.Promote);
        promote.Parameters.AddText(state.Name);
        var save = new NpgsqlBatchCommand(parts.Projections.SaveState);
        ProjectionStatements.BindState(save.Parameters, state);
        await AskAsync([promote, save, parts.Projections.Guard(state.Name)], 0, Nothing, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask SaveStateAsync(ProjectionDefinition projection, ProjectionState state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(projection);
        ArgumentNullException.ThrowIfNull(state);
        DocumentTable.Check(state.Name);
        var save = new NpgsqlBatchCommand(parts.Projections.Save);
        ProjectionStatements.BindState(save.Parameters, state);
        ProjectionStatements.BindInterest(save.Parameters, projection);
        await AskAsync([save, parts.Projections.Guard(state.Name)], 0, Nothing, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<Checkpoint>> RestartAsync(
        string subscription,
        int partitions,
        GlobalPosition? position,
        IReadOnlyList<long>? expectedTokens = null,
        CancellationToken cancellationToken = default)
    {
        CheckpointStatements.Check(subscription, partitions);
        var place = position?.In(parts.Database.Facts.Identity);
        NpgsqlBatchCommand[] hold = [parts.Checkpoints.Lock(subscription), parts.Checkpoints.Hold(subscription)];
        var present = await AskAsync(hold, 1, (reader, cancellation) => reader.ToListAsync(parts.Checkpoints.Read, cancellation), cancellationToken)
            .ConfigureAwait(false);
        if (expectedTokens is not null)
            CheckpointStatements.ThrowIfLost(subscription, present, expectedTokens);
        return await AskAsync(
            parts.Checkpoints.Restart(subscription, partitions, place, present.Sum(checkpoint => checkpoint.Handled)),
            0,
            (reader, cancellation) => reader.ToListAsync(parts.Checkpoints.Read, cancellation),
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<bool> ForgetAsync(string subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var partitions = await AskAsync(
            parts.Checkpoints.Forget(subscription),
            0,
            static (reader, cancellation) => reader.ToListAsync(row => row.GetInt32(0), cancellation),
            cancellationToken).ConfigureAwait(false);
        return partitions.Count > 0;
    }

    public async ValueTask<bool> ForgetProjectionAsync(string name, CancellationToken cancellationToken)
    {
        var forgotten = await AskAsync(
            parts.Projections.Forget(name),
            2,
            static (reader, cancellation) => reader.ToListAsync(row => row.GetString(0), cancellation),
            cancellationToken).ConfigureAwait(false);
        return forgotten.Count > 0;
    }

    /// <summary>Sends what was collected, and ends the transaction where it is the store's own.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        var commits = isOwn && transaction is not null;
        if (commits)
        {
            _ = transaction!.Connection ?? throw new InvalidOperationException("The transaction was ended by the work that it was lent to: leave that to the store.");
            pending.Add(new NpgsqlBatchCommand("COMMIT"));
        }

        ended = true;
        IsCommitting = isOwn;
        if (pending.Count > 0)
            await SendAsync(pending, 0, Nothing, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Rolls back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        ended = true;
        if (isOwn && transaction is not null)
            await transaction.DisposeAsync().ConfigureAwait(false);
    }

    // Answered at once: whoever settles it at the same time is waited for, and then it is gone.
    private async ValueTask SettleAsync(string subscription, Guid eventId, CancellationToken cancellationToken)
    {
        var settle = new NpgsqlBatchCommand(parts.DeadLetters.Discard);
        settle.Parameters.AddText(subscription);
        settle.Parameters.AddGuid(eventId);
        var settled = await AskAsync(
            [settle], 0, static (reader, cancellation) => reader.ToListAsync(row => row.GetBoolean(0), cancellation), cancellationToken).ConfigureAwait(false);
        if (settled.Count == 0)
            throw new DeadLetterGoneException(subscription, eventId);
    }

    private DocumentTable Use(DocumentCollection collection)
    {
        ThrowIfEnded();
        var table = parts.Tables[collection];
        if (Know(collection) && collection.IsShadow)
        {
            pending.Add(parts.Projections.Share(collection.Projection));
            pendingAnswers++;
        }

        return table;
    }

    /// <summary>Knows whose absence an error of the server may tell of.</summary>
    /// <returns>Whether it did not before.</returns>
    private bool Know(DocumentCollection collection)
    {
        ThrowIfEnded();
        var table = parts.Tables[collection];
        if (used.Contains(table))
            return false;
        used.Add(table);
        return true;
    }

    private NpgsqlBatchCommand Add(string text)
    {
        ThrowIfEnded();
        var command = new NpgsqlBatchCommand(text);
        pending.Add(command);
        return command;
    }

    /// <summary>Sends what was collected, then commands of which one is answered.</summary>
    private async ValueTask<T> AskAsync<T>(
        IReadOnlyList<NpgsqlBatchCommand> commands, int before, Func<NpgsqlDataReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        Unwrap();
        NpgsqlBatchCommand[] all = [.. pending, .. commands];
        before += pendingAnswers;
        pending.Clear();
        pendingAnswers = 0;
        return await SendAsync(all, before, read, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<T> SendAsync<T>(
        IReadOnlyList<NpgsqlBatchCommand> commands, int before, Func<NpgsqlDataReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            var batch = parts.Database.Batch(connection);
            await using var disposing = batch.ConfigureAwait(false);
            foreach (var command in commands)
                batch.BatchCommands.Add(command);
            return await batch.AskAsync(before, read, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException answer) when (answer.SqlState == ReadModelFunctions.PartitionLost)
        {
            throw new PartitionLostException(
                answer.ConstraintName!, int.Parse(answer.ColumnName!, CultureInfo.InvariantCulture), long.Parse(answer.DataTypeName!, CultureInfo.InvariantCulture));
        }
        catch (PostgresException answer) when (used.Exists(table => DocumentTables.IsMissing(answer, table)))
        {
            throw new UnknownProjectionException(used.Find(table => DocumentTables.IsMissing(answer, table))!.Collection);
        }
        catch (NpgsqlException error)
        {
            Fault = error;
            throw;
        }
    }

    private static ValueTask<bool> Nothing(NpgsqlDataReader reader, CancellationToken cancellationToken) => ValueTask.FromResult(true);

    private void ThrowIfEnded()
    {
        if (ended)
            throw new InvalidOperationException("The transaction has ended: it is valid only while the work runs that it was handed to.");
    }
}
