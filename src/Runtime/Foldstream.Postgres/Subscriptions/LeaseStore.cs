using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Shares the partitions of subscriptions among nodes.</summary>
internal sealed class LeaseStore(Database database, CheckpointStatements checkpoints)
{
    private readonly LeaseStatements statements = new(database.Schema);

    public ValueTask<LeaseRound> BeatAsync(Heartbeat beat, CancellationToken cancellationToken) =>
        database.TryAsync(_ => BeatOnceAsync(beat, cancellationToken), cancellationToken);

    public async ValueTask ReleaseAsync(string subscription, int partition, long token, CancellationToken cancellationToken) =>
        await database.ListAsync(
            statements.Release,
            parameters =>
            {
                parameters.AddText(subscription);
                parameters.AddInt32(partition);
                parameters.AddInt64(token);
            },
            reader => reader.GetBoolean(0),
            cancellationToken).ConfigureAwait(false);

    public async ValueTask LeaveAsync(string subscription, string node, CancellationToken cancellationToken) =>
        await database.TryAsync(
            async _ =>
            {
                var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using var closing = connection.ConfigureAwait(false);
                var batch = database.Batch(connection);
                await using var disposing = batch.ConfigureAwait(false);
                Fill(batch, [checkpoints.Lock(subscription), .. statements.Leave(subscription, node)]);
                return await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<Lease>> ListAsync(string subscription, CancellationToken cancellationToken) =>
        await database.ListAsync(
            statements.List,
            parameters => parameters.AddText(subscription),
            reader => reader.IsDBNull(1)
                ? new Lease(reader.GetInt32(0), null, null)
                : new Lease(reader.GetInt32(0), reader.GetString(1), new DateTimeOffset(reader.GetDateTime(2))),
            cancellationToken).ConfigureAwait(false);

    private async ValueTask<LeaseRound> BeatOnceAsync(Heartbeat beat, CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var ending = transaction.ConfigureAwait(false);
        var (nodes, partitions) = await LookAsync(connection, beat, cancellationToken).ConfigureAwait(false);
        var share = LeaseShare.Of(partitions.Count, nodes, beat.Node);
        var held = partitions.Where(partition => partition.Node == beat.Node).Select(partition => partition.Checkpoint).ToList();
        int[] free = [.. partitions.Where(partition => partition.Node is null).Select(partition => partition.Checkpoint.Partition)];
        if (share > held.Count && free.Length > 0)
            held.AddRange(await TakeAsync(connection, beat, free, share - held.Count, cancellationToken).ConfigureAwait(false));
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new LeaseRound([.. held.OrderBy(checkpoint => checkpoint.Partition)], share, nodes.Count);
    }

    // One node of a subscription at a time, so that all see the same nodes and no two want the same partition.
    private async ValueTask<(List<string> Nodes, List<(Checkpoint Checkpoint, string? Node)> Partitions)> LookAsync(
        NpgsqlConnection connection, Heartbeat beat, CancellationToken cancellationToken)
    {
        var batch = database.Batch(connection);
        await using var disposing = batch.ConfigureAwait(false);
        Fill(
            batch,
            [
                checkpoints.Lock(beat.Subscription), statements.Live(beat), statements.RemoveDeadNodes(beat.Subscription), statements.Renew(beat),
                statements.Nodes(beat.Subscription), statements.Partitions(beat),
            ]);
        return await batch.AskAsync(
            1,
            async (reader, cancellation) =>
            {
                var nodes = await reader.ToListAsync(row => row.GetString(0), cancellation).ConfigureAwait(false);
                await reader.NextResultAsync(cancellation).ConfigureAwait(false);
                return (nodes, await reader.ToListAsync(row => (checkpoints.Read(row), row.IsDBNull(7) ? null : row.GetString(7)), cancellation).ConfigureAwait(false));
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<List<Checkpoint>> TakeAsync(
        NpgsqlConnection connection, Heartbeat beat, int[] free, int count, CancellationToken cancellationToken)
    {
        var batch = database.Batch(connection);
        await using var disposing = batch.ConfigureAwait(false);
        Fill(batch, [statements.Take(beat, free, count)]);
        return await batch.AskAsync(0, (reader, cancellation) => reader.ToListAsync(checkpoints.Read, cancellation), cancellationToken).ConfigureAwait(false);
    }

    private static void Fill(NpgsqlBatch batch, IEnumerable<NpgsqlBatchCommand> commands)
    {
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
    }
}
