namespace Foldstream;

/// <summary>The port of a store that keeps how far its readers have come, and what they could not handle.</summary>
public interface ISubscriptionStore : IEventLog
{
    /// <summary>Makes the partitions of a subscription where there are none; gives those that there are, in their order, whatever their number.</summary>
    /// <param name="subscription">Its name.</param>
    /// <param name="partitions">How many to make.</param>
    /// <param name="start">Where the new ones begin: after this position; null is the beginning.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    ValueTask<IReadOnlyList<Checkpoint>> EnsureCheckpointsAsync(
        string subscription, int partitions, GlobalPosition? start, CancellationToken cancellationToken = default);

    /// <summary>The checkpoints of a subscription, by partition; of all, by name, where none is named. Empty where there are none.</summary>
    ValueTask<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(string? subscription = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a partition over from whoever has it: raises its token, so that the other can no longer move it. Whoever has it by a lease has it no longer.</summary>
    /// <exception cref="ArgumentException">There is no such partition.</exception>
    ValueTask<Checkpoint> TakeOverAsync(string subscription, int partition, CancellationToken cancellationToken = default);

    /// <summary>Moves a partition and keeps its dead letters, both or none; a dead letter that is there already is replaced, its first time kept and its attempts added.</summary>
    /// <exception cref="PartitionLostException">The token is no longer valid.</exception>
    /// <exception cref="DeadLetterGoneException">A letter of <see cref="Progress.Settled"/> is not there any more.</exception>
    ValueTask AdvanceAsync(Progress progress, CancellationToken cancellationToken = default);

    /// <summary>Begins a subscription anew, in one transaction: so many partitions, all at one position, with higher tokens than before; leases on them end.</summary>
    /// <param name="subscription">Its name; one that is unknown is made.</param>
    /// <param name="partitions">How many partitions it has from now on.</param>
    /// <param name="position">Where they begin: after this position; null is the beginning.</param>
    /// <param name="expectedTokens">The tokens of all present partitions, by partition, where it may only happen while these are valid. Null restarts in any case.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="PartitionLostException">A token is no longer valid.</exception>
    ValueTask<IReadOnlyList<Checkpoint>> RestartAsync(
        string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens = null, CancellationToken cancellationToken = default);

    /// <summary>Forgets a subscription: its checkpoints and its dead letters.</summary>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> ForgetAsync(string subscription, CancellationToken cancellationToken = default);

    /// <summary>The dead letters of a subscription, by position; of all where none is named.</summary>
    /// <param name="subscription">Its name. The default, null, is all.</param>
    /// <param name="limit">How many to give at the most.</param>
    /// <param name="after">Only those after this position. The default, null, is all.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(
        string? subscription = null, int limit = 100, GlobalPosition? after = null, CancellationToken cancellationToken = default);

    /// <summary>How many dead letters a subscription has.</summary>
    ValueTask<long> CountDeadLettersAsync(string subscription, CancellationToken cancellationToken = default);

    /// <summary>Keeps a dead letter, or replaces the one of the same subscription and event: its first time is kept and its attempts are added.</summary>
    ValueTask SaveDeadLetterAsync(DeadLetter letter, CancellationToken cancellationToken = default);

    /// <summary>Removes a dead letter.</summary>
    /// <returns>Whether there was one. False also where a store repeated an attempt whose answer was lost, and the first one had removed it.</returns>
    ValueTask<bool> DiscardDeadLetterAsync(string subscription, Guid eventId, CancellationToken cancellationToken = default);
}
