using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Keeps how far subscriptions have come, and what they could not handle.</summary>
internal sealed class CheckpointStore(ReadModelParts parts, ReadModelTransactions transactions)
{
    private readonly Database database = parts.Database;
    private readonly CheckpointStatements statements = parts.Checkpoints;
    private readonly DeadLetterStatements letters = parts.DeadLetters;

    public async ValueTask<IReadOnlyList<Checkpoint>> EnsureAsync(
        string subscription, int partitions, GlobalPosition? start, CancellationToken cancellationToken)
    {
        CheckpointStatements.Check(subscription, partitions);
        var position = start?.In(database.Facts.Identity);
        var present = await ReadAsync(subscription, cancellationToken).ConfigureAwait(false);
        return present.Count > 0 ? present : await database.TryAsync(Make, cancellationToken).ConfigureAwait(false);

        async ValueTask<IReadOnlyList<Checkpoint>> Make(bool mayBeStored)
        {
            var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using var closing = connection.ConfigureAwait(false);
            var batch = database.Batch(connection);
            await using var disposing = batch.ConfigureAwait(false);
            batch.BatchCommands.Add(statements.Lock(subscription));
            foreach (var command in statements.Ensure(subscription, partitions, position))
                batch.BatchCommands.Add(command);
            return await batch.AskAsync(1, (reader, cancellation) => reader.ToListAsync(statements.Read, cancellation), cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<IReadOnlyList<Checkpoint>> ReadAsync(string? subscription, CancellationToken cancellationToken) =>
        subscription is null
            ? await database.ListAsync(statements.OfAll, static _ => { }, statements.Read, cancellationToken).ConfigureAwait(false)
            : await database.ListAsync(statements.OfOne, parameters => parameters.AddText(subscription), statements.Read, cancellationToken).ConfigureAwait(false);

    public async ValueTask<Checkpoint> TakeOverAsync(string subscription, int partition, CancellationToken cancellationToken)
    {
        var taken = await database.ListAsync(
            statements.TakeOver,
            parameters =>
            {
                parameters.AddText(subscription);
                parameters.AddInt32(partition);
            },
            statements.Read,
            cancellationToken).ConfigureAwait(false);
        if (taken.Count > 0)
            return taken[0];
        var present = await ReadAsync(subscription, cancellationToken).ConfigureAwait(false);
        throw new ArgumentException($"Subscription '{subscription}' has no partition {partition}: it has {present.Count}.", nameof(partition));
    }

    public ValueTask AdvanceAsync(Progress progress, CancellationToken cancellationToken) =>
        transactions.RunAsync((transaction, cancellation) => transaction.AdvanceAsync(progress, cancellation), false, cancellationToken);

    public async ValueTask<IReadOnlyList<Checkpoint>> RestartAsync(
        string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens, CancellationToken cancellationToken)
    {
        IReadOnlyList<Checkpoint> restarted = [];
        await transactions.RunAsync(
            async (transaction, cancellation) =>
                restarted = await transaction.RestartAsync(subscription, partitions, position, expectedTokens, cancellation).ConfigureAwait(false),
            false,
            cancellationToken).ConfigureAwait(false);
        return restarted;
    }

    public async ValueTask<bool> ForgetAsync(string subscription, CancellationToken cancellationToken)
    {
        var known = false;
        await transactions.RunAsync(
            async (transaction, cancellation) => known = await transaction.ForgetAsync(subscription, cancellation).ConfigureAwait(false),
            false,
            cancellationToken).ConfigureAwait(false);
        return known;
    }

    public async ValueTask<IReadOnlyList<DeadLetter>> ReadLettersAsync(
        string? subscription, int limit, GlobalPosition? after, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var position = after?.In(database.Facts.Identity) ?? long.MinValue;
        return await database.ListAsync(subscription is null ? letters.OfAll : letters.OfOne, Bind, letters.Read, cancellationToken).ConfigureAwait(false);

        void Bind(NpgsqlParameterCollection parameters)
        {
            parameters.AddInt64(position);
            parameters.AddInt64((long)limit);
            if (subscription is not null)
                parameters.AddText(subscription);
        }
    }

    public async ValueTask<long> CountLettersAsync(string subscription, CancellationToken cancellationToken) =>
        (await database.ListAsync(letters.Count, parameters => parameters.AddText(subscription), reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false))[0];

    public ValueTask SaveLetterAsync(DeadLetter letter, CancellationToken cancellationToken) =>
        transactions.RunAsync(
            (transaction, _) =>
            {
                transaction.SaveDeadLetter(letter);
                return ValueTask.CompletedTask;
            },
            false,
            cancellationToken);

    public async ValueTask<bool> DiscardLetterAsync(string subscription, Guid eventId, CancellationToken cancellationToken)
    {
        var discarded = await database.ListAsync(
            letters.Discard,
            parameters =>
            {
                parameters.AddText(subscription);
                parameters.AddGuid(eventId);
            },
            reader => reader.GetBoolean(0),
            cancellationToken).ConfigureAwait(false);
        return discarded.Count > 0;
    }
}
