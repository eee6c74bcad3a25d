namespace Foldstream;

/// <summary>Builds the documents of projections anew.</summary>
public static class ProjectionRebuilding
{
    /// <summary>Builds all documents of a projection anew, from the beginning of the log, beside those that are read; then puts them in their place at once.</summary>
    /// <remarks>
    /// <para>Readers see the present documents until the new ones are complete. Whatever keeps the projection up to date goes on meanwhile, inside or behind the appends; appends wait for the
    /// short last step.</para>
    /// <para>An interrupted rebuild goes on where it stood, also in another process, as long as the class has not changed. Of two calls at the same time the later one does the work, and both end
    /// when it is done.</para>
    /// </remarks>
    /// <typeparam name="T">The projection.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="options">How it runs. The default, null, is <see cref="RebuildOptions.Default"/>.</param>
    /// <param name="progress">Takes how far it has come, after each step; called from several threads, one after the other.</param>
    /// <param name="cancellationToken">Ends it; what is built stays, and the next call goes on from there.</param>
    /// <exception cref="ProjectionFailureException">An event could not be handled, and <see cref="RebuildOptions.Poisoned"/> stops there.</exception>
    /// <exception cref="NotPartitionableException">More than one partition was asked for, and the projection allows one only.</exception>
    public static Task RebuildAsync<T>(
        this IReadModelStore store, RebuildOptions? options, IProgress<RebuildProgress>? progress = null, CancellationToken cancellationToken = default)
        where T : class, IProjection<T>
    {
        ArgumentNullException.ThrowIfNull(store);
        return new ProjectionRebuild<T>(store, options ?? RebuildOptions.Default, progress).RunAsync(cancellationToken);
    }

    /// <inheritdoc cref="RebuildAsync{T}(IReadModelStore, RebuildOptions?, IProgress{RebuildProgress}?, CancellationToken)"/>
    public static Task RebuildAsync<T>(this IReadModelStore store, IProgress<RebuildProgress>? progress = null, CancellationToken cancellationToken = default)
        where T : class, IProjection<T> => store.RebuildAsync<T>(null, progress, cancellationToken);
}
