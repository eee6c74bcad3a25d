namespace Foldstream;

/// <summary>A transaction over documents and checkpoints; valid while the work runs that it was handed to.</summary>
public interface IReadModelTransaction
{
    /// <summary>The documents of these keys, kept from being changed by other transactions until this one ends, also where there is none of that key yet.</summary>
    /// <remarks>Keys are locked in their order, so that transactions that lock once for each projection, in the order of their names, cannot block one another for ever.</remarks>
    ValueTask<IReadOnlyList<StoredDocument>> LockDocumentsAsync(
        DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken = default);

    /// <summary>Keeps and deletes documents.</summary>
    ValueTask WriteAsync(DocumentChanges changes, CancellationToken cancellationToken = default);

    /// <summary>Moves a partition of a subscription and keeps its dead letters.</summary>
    /// <exception cref="PartitionLostException">The token is no longer valid: let it end the transaction.</exception>
    /// <exception cref="DeadLetterGoneException">A letter of <see cref="Progress.Settled"/> is not there any more: let it end the transaction.</exception>
    ValueTask AdvanceAsync(Progress progress, CancellationToken cancellationToken = default);

    /// <summary>Puts the documents that were built beside the present ones in their place.</summary>
    /// <param name="state">What the store is to know of the projection from now on.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    ValueTask PromoteAsync(ProjectionState state, CancellationToken cancellationToken = default);

    /// <summary>Changes what the store knows of a projection.</summary>
    /// <remarks>
    /// From the commit on that makes a projection inline, the store refuses appends of its events by processes that do not run it, with <see cref="InlineProjectionMissingException"/>,
    /// until it is made asynchronous or forgotten.
    /// </remarks>
    /// <param name="projection">The projection.</param>
    /// <param name="state">What the store is to know.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    ValueTask SaveStateAsync(ProjectionDefinition projection, ProjectionState state, CancellationToken cancellationToken = default);

    /// <summary>Begins a subscription anew, as <see cref="ISubscriptionStore.RestartAsync"/> does.</summary>
    ValueTask<IReadOnlyList<Checkpoint>> RestartAsync(
        string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens = null, CancellationToken cancellationToken = default);

    /// <summary>Forgets a subscription, as <see cref="ISubscriptionStore.ForgetAsync"/> does.</summary>
    ValueTask<bool> ForgetAsync(string subscription, CancellationToken cancellationToken = default);
}
