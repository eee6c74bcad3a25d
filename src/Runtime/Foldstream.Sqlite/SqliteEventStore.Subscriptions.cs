namespace Foldstream.Sqlite;

/// <content>Checkpoints, dead letters and leases: small changes, which share their transactions with appends.</content>
public sealed partial class SqliteEventStore
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Checkpoint>> EnsureCheckpointsAsync(
        string subscription, int partitions, GlobalPosition? start, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscription);
        return await file.Queue.ChangeAsync(
            writer => writer.Tables.Checkpoints.Ensure(subscription, partitions, writer.Checked(start), writer.Now), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(string? subscription = null, CancellationToken cancellationToken = default) =>
        file.Readers.QueryTablesAsync(tables => tables.Checkpoints.Read(subscription), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<Checkpoint> TakeOverAsync(string subscription, int partition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscription);
        return await file.Queue.ChangeAsync(writer => writer.Tables.Checkpoints.TakeOver(subscription, partition), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask AdvanceAsync(Progress progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        await file.Queue.ChangeAsync(writer => writer.Advance(progress), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Checkpoint>> RestartAsync(
        string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscription);
        return await file.Queue.ChangeAsync(
            writer => writer.Restart(subscription, partitions, position, expectedTokens), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ForgetAsync(string subscription, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscription);
        return await file.Queue.ChangeAsync(writer => writer.ForgetSubscription(subscription), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(
        string? subscription = null, int limit = 100, GlobalPosition? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return file.Readers.QueryTablesAsync(tables => tables.DeadLetters.Read(subscription, limit, after), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<long> CountDeadLettersAsync(string subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return file.Readers.QueryTablesAsync(tables => tables.DeadLetters.Count(subscription), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask SaveDeadLetterAsync(DeadLetter letter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        await file.Queue.ChangeAsync(
            writer =>
            {
                writer.Tables.DeadLetters.Save(letter);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DiscardDeadLetterAsync(string subscription, Guid eventId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return await file.Queue.ChangeAsync(writer => writer.Tables.DeadLetters.Delete(subscription, eventId), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The subscription has no partitions.</exception>
    public async ValueTask<LeaseRound> BeatAsync(Heartbeat beat, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(beat);
        return await file.Queue.ChangeAsync(writer => writer.Tables.Leases.Beat(beat, writer.Now), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(string subscription, int partition, long token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        await file.Queue.ChangeAsync(
            writer =>
            {
                writer.Tables.Leases.Release(subscription, partition, token);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask LeaveAsync(string subscription, string node, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(node);
        await file.Queue.ChangeAsync(
            writer =>
            {
                writer.Tables.Leases.Leave(subscription, node);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Lease>> ReadLeasesAsync(string subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return file.Readers.QueryTablesAsync(tables => tables.Leases.Read(subscription, file.Writer.Now), cancellationToken);
    }
}
