namespace Foldstream;

/// <summary>The port of a store through which several processes share the partitions of a subscription.</summary>
/// <remarks>
/// A lease says who should work on a partition; its token, which is the checkpoint's, says who can. Times are the store's own
/// (<see cref="ISubscriptionStore"/> fences by token and never by time), so a lease may end early or late, and nothing is handled twice in the read model.
/// </remarks>
public interface ILeaseStore : ISubscriptionStore
{
    /// <summary>Tells that a node lives, renews the leases that it holds, and takes free or expired partitions up to its share, in one transaction.</summary>
    /// <param name="beat">Who lives, for how long, and for which subscription.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What the node holds now, and its share of the partitions among the nodes that live; what it holds above its share it is to end and release.</returns>
    /// <remarks>The share of each node follows from <see cref="LeaseShare.Of"/>.</remarks>
    ValueTask<LeaseRound> BeatAsync(Heartbeat beat, CancellationToken cancellationToken = default);

    /// <summary>Gives a partition back, so that another node can take it at once; without effect where the token is no longer valid.</summary>
    ValueTask ReleaseAsync(string subscription, int partition, long token, CancellationToken cancellationToken = default);

    /// <summary>Takes a node out of the sharing: its leases are free at once.</summary>
    ValueTask LeaveAsync(string subscription, string node, CancellationToken cancellationToken = default);

    /// <summary>Who lives and who holds what.</summary>
    ValueTask<IReadOnlyList<Lease>> ReadLeasesAsync(string subscription, CancellationToken cancellationToken = default);
}
