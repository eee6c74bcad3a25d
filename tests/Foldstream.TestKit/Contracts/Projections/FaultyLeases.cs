namespace Foldstream.TestKit;

/// <summary><see cref="FaultyReadModels"/> over a store that processes share.</summary>
public sealed class FaultyLeases(IReadModelStore inner, ILeaseStore leases) : FaultyReadModels(inner), ILeaseStore
{
    /// <summary>The one that fits a store.</summary>
    public static FaultyReadModels Over(IReadModelStore store) => store is ILeaseStore leases ? new FaultyLeases(store, leases) : new FaultyReadModels(store);

    public ValueTask<LeaseRound> BeatAsync(Heartbeat beat, CancellationToken cancellationToken = default) =>
        StepAsync("beat", () => leases.BeatAsync(beat, cancellationToken));

    public ValueTask ReleaseAsync(string subscription, int partition, long token, CancellationToken cancellationToken = default) =>
        StepAsync("release", () => leases.ReleaseAsync(subscription, partition, token, cancellationToken));

    public ValueTask LeaveAsync(string subscription, string node, CancellationToken cancellationToken = default) =>
        StepAsync("leave", () => leases.LeaveAsync(subscription, node, cancellationToken));

    public ValueTask<IReadOnlyList<Lease>> ReadLeasesAsync(string subscription, CancellationToken cancellationToken = default) =>
        StepAsync("read leases", () => leases.ReadLeasesAsync(subscription, cancellationToken));
}
