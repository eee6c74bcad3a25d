namespace Foldstream;

/// <summary>Runs projectors.</summary>
public static class ProjectorRunning
{
    /// <summary>Hands events to a projector, which writes rows of the user's own tables in the transaction that moves its checkpoint: exactly once.</summary>
    /// <typeparam name="TStore">The store.</typeparam>
    /// <typeparam name="TTransaction">The store's transaction, such as <c>NpgsqlTransaction</c>.</typeparam>
    /// <param name="run">The run.</param>
    /// <param name="projector">The projector.</param>
    /// <param name="from">Where it begins where it has no checkpoint. The default, null, is <see cref="StartFrom.Checkpoint"/>.</param>
    /// <param name="options">How it runs. The default, null, is <see cref="SubscriptionOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">Another part has the same name.</exception>
    public static RunBuilder<TStore> Project<TStore, TTransaction>(
        this RunBuilder<TStore> run, IProjector<TTransaction> projector, StartFrom? from = null, SubscriptionOptions? options = null)
        where TStore : class, IReadModelStore<TTransaction>
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(projector);
        return run.Add(ProjectorWork<TTransaction>.Part(run.Store, projector, from, options));
    }
}
