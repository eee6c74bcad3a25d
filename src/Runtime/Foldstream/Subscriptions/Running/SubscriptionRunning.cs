namespace Foldstream;

/// <summary>Runs subscriptions and projections over a store.</summary>
public static class SubscriptionRunning
{
    /// <summary>Runs what is said until the result is disposed of.</summary>
    /// <param name="store">The store.</param>
    /// <param name="run">Says what runs.</param>
    /// <param name="cancellationToken">Ends the start; not what runs afterwards.</param>
    /// <returns>What runs now: everything has begun.</returns>
    /// <exception cref="ArgumentException">Two parts have the same name.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached. Whatever ends the start, nothing keeps running.</exception>
    public static async Task<RunningSubscriptions> RunAsync<TStore>(
        this TStore store, Action<RunBuilder<TStore>> run, CancellationToken cancellationToken = default)
        where TStore : class, IReadModelStore
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(run);
        var builder = new RunBuilder<TStore>(store);
        run(builder);
        return await RunningSubscriptions.StartAsync(store, builder.Parts, builder.Options, cancellationToken).ConfigureAwait(false);
    }
}
