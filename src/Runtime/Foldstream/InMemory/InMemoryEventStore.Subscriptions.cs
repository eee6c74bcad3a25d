namespace Foldstream;

/// <content>Checkpoints and dead letters.</content>
public sealed partial class InMemoryEventStore
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Checkpoint>> EnsureCheckpointsAsync(
        string subscription, int partitions, GlobalPosition? start, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscription);
        _ = start?.In(identity);
        var changed = await ChangeAsync(before => before.Ensure(subscription, partitions, start, Now), cancellationToken).ConfigureAwait(false);
        return changed.Checkpoints[subscription];
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(string? subscription = null, CancellationToken cancellationToken = default) =>
        Read<IReadOnlyList<Checkpoint>>(
            now => subscription is null ? [.. now.Checkpoints.Values.SelectMany(checkpoints => checkpoints)] : now.Checkpoints.GetValueOrDefault(subscription, []),
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<Checkpoint> TakeOverAsync(string subscription, int partition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscription);
        var changed = await ChangeAsync(before => before.TakeOver(subscription, partition), cancellationToken).ConfigureAwait(false);
        return changed.Checkpoints[subscription][partition];
    }

    /// <inheritdoc/>
    public async ValueTask AdvanceAsync(Progress progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        _ = progress.Position?.In(identity);
        await ChangeAsync(before => before.Advance(progress, Now), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Checkpoint>> RestartAsync(
        string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscription);
        _ = position?.In(identity);
        var changed = await ChangeAsync(
            before => before.Restart(subscription, partitions, position, expectedTokens, Now), cancellationToken).ConfigureAwait(false);
        return changed.Checkpoints[subscription];
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ForgetAsync(string subscription, CancellationToken cancellationToken = default)
    {
        var known = false;
        await ChangeAsync(Forget, cancellationToken).ConfigureAwait(false);
        return known;

        InMemoryTables Forget(InMemoryTables before)
        {
            known = before.Checkpoints.ContainsKey(subscription);
            return before.Forget(subscription);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(
        string? subscription = null, int limit = 100, GlobalPosition? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        _ = after?.In(identity);
        return Read(now => InMemoryReading.DeadLetters(now, subscription, limit, after), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<long> CountDeadLettersAsync(string subscription, CancellationToken cancellationToken = default) =>
        Read(now => now.DeadLetters.Keys.LongCount(key => key.Subscription == subscription), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask SaveDeadLetterAsync(DeadLetter letter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        await ChangeAsync(before => before.Keep(letter), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DiscardDeadLetterAsync(string subscription, Guid eventId, CancellationToken cancellationToken = default)
    {
        var known = false;
        await ChangeAsync(Discard, cancellationToken).ConfigureAwait(false);
        return known;

        InMemoryTables Discard(InMemoryTables before)
        {
            known = before.DeadLetters.ContainsKey((subscription, eventId));
            return before with { DeadLetters = before.DeadLetters.Remove((subscription, eventId)) };
        }
    }
}
