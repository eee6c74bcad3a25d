namespace Foldstream;

/// <summary>The port of a store that keeps the documents of projections beside their events.</summary>
/// <remarks>Documents, checkpoints and appends of one transaction are kept together or not at all.</remarks>
public interface IReadModelStore : ISubscriptionStore
{
    /// <summary>The projections that run inside the appends of this store object; filled while it runs them.</summary>
    InlineProjections Inline { get; }

    /// <summary>Makes the place for a projection's documents and their indexes where it is missing, and indexes that were added to the projection since.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="fingerprint">The fold fingerprint, kept where the projection is new.</param>
    /// <param name="isShadow">Whether the place is for documents that are being built beside the present ones.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What the store knows of it.</returns>
    ValueTask<ProjectionState> PrepareAsync(
        ProjectionDefinition projection, string fingerprint, bool isShadow = false, CancellationToken cancellationToken = default);

    /// <summary>What the store knows of a projection; null where it has none of that name.</summary>
    ValueTask<ProjectionState?> FindProjectionAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Removes the documents that are being built beside the present ones, if there are any.</summary>
    ValueTask DropShadowAsync(string projection, CancellationToken cancellationToken = default);

    /// <summary>Forgets a projection: its documents and what the store knows of it. Its subscription is forgotten by <see cref="ISubscriptionStore.ForgetAsync"/>.</summary>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> ForgetProjectionAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>The documents of these keys, in any order; a key without a document gives none.</summary>
    /// <exception cref="UnknownProjectionException">There is no place for these documents.</exception>
    ValueTask<IReadOnlyList<StoredDocument>> LoadDocumentsAsync(
        DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken = default);

    /// <summary>The documents that a query asks for, in its order.</summary>
    /// <exception cref="UnknownProjectionException">There is no place for these documents.</exception>
    ValueTask<IReadOnlyList<StoredDocument>> QueryAsync(
        DocumentCollection collection, DocumentQuery query, CancellationToken cancellationToken = default);

    /// <summary>How many documents a filter matches.</summary>
    /// <param name="collection">Which documents.</param>
    /// <param name="tenant">Whose documents; null for all.</param>
    /// <param name="filter">Which of them; null for all.</param>
    /// <param name="cancellationToken">Ends the count.</param>
    /// <exception cref="UnknownProjectionException">There is no place for these documents.</exception>
    ValueTask<long> CountAsync(
        DocumentCollection collection, string? tenant, DocumentFilter? filter, CancellationToken cancellationToken = default);

    /// <summary>Runs work in a transaction, which is committed when the work ends and rolled back when it throws.</summary>
    /// <param name="work">The work. A store may run it again after a fault that passes, in a new transaction, so it changes nothing else.</param>
    /// <param name="excludesAppends">Whether no event may be stored from before the work begins until the transaction ends; what was stored before is seen by reads of the log.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    ValueTask TransactAsync(
        Func<IReadModelTransaction, CancellationToken, ValueTask> work, bool excludesAppends = false, CancellationToken cancellationToken = default);
}
