namespace Foldstream.Postgres;

/// <content>Checkpoints, dead letters and leases.</content>
public sealed partial class PostgresEventStore
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Checkpoint>> EnsureCheckpointsAsync(
        string subscription, int partitions, GlobalPosition? start, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscription);
        ThrowIfDisposed();
        return open.Checkpoints.EnsureAsync(subscription, partitions, start, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(string? subscription = null, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return open.Checkpoints.ReadAsync(subscription, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Checkpoint> TakeOverAsync(string subscription, int partition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscription);
        ThrowIfDisposed();
        return open.Checkpoints.TakeOverAsync(subscription, partition, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The server could not be reached, or refused; whether the partition was moved may be open.</exception>
    public ValueTask AdvanceAsync(Progress progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ThrowIfDisposed();
        return open.Checkpoints.AdvanceAsync(progress, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Checkpoint>> RestartAsync(
        string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscription);
        ThrowIfDisposed();
        return open.Checkpoints.RestartAsync(subscription, partitions, position, expectedTokens, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ForgetAsync(string subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ThrowIfDisposed();
        return open.Checkpoints.ForgetAsync(subscription, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(
        string? subscription = null, int limit = 100, GlobalPosition? after = null, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return open.Checkpoints.ReadLettersAsync(subscription, limit, after, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<long> CountDeadLettersAsync(string subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ThrowIfDisposed();
        return open.Checkpoints.CountLettersAsync(subscription, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask SaveDeadLetterAsync(DeadLetter letter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ThrowIfDisposed();
        return open.Checkpoints.SaveLetterAsync(letter, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> DiscardDeadLetterAsync(string subscription, Guid eventId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ThrowIfDisposed();
        return open.Checkpoints.DiscardLetterAsync(subscription, eventId, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>By the server's clock. A partition whose step is just being kept is taken with a later beat.</remarks>
    public ValueTask<LeaseRound> BeatAsync(Heartbeat beat, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(beat);
        ThrowIfDisposed();
        return open.Leases.BeatAsync(beat, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(string subscription, int partition, long token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ThrowIfDisposed();
        return open.Leases.ReleaseAsync(subscription, partition, token, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask LeaveAsync(string subscription, string node, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(node);
        ThrowIfDisposed();
        return open.Leases.LeaveAsync(subscription, node, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Lease>> ReadLeasesAsync(string subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ThrowIfDisposed();
        return open.Leases.ListAsync(subscription, cancellationToken);
    }
}
