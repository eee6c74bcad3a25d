namespace Foldstream;

/// <content>Projections.</content>
public sealed partial class RunBuilder<TStore>
{
    /// <summary>Keeps the documents of a projection up to date, each event counting exactly once.</summary>
    /// <typeparam name="TProjection">The projection.</typeparam>
    /// <param name="lifecycle">Whether behind the appends or inside of them. The first start in another lifecycle than before changes it in the store, for all processes.</param>
    /// <param name="options">How it runs. The default, null, is <see cref="ProjectionOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">Another part has the same name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lifecycle"/> is none of the names.</exception>
    /// <exception cref="NotPartitionableException">More than one partition is asked for, and the projection allows one only.</exception>
    public RunBuilder<TStore> Project<TProjection>(Lifecycle lifecycle, ProjectionOptions? options = null)
        where TProjection : class, IProjection<TProjection> =>
        Add(DefinedOption.Check(lifecycle, nameof(lifecycle)) == Lifecycle.Inline
            ? ProjectionPart<TProjection>.Inline(Store, options ?? ProjectionOptions.Default)
            : ProjectionPart<TProjection>.Async(Store, options ?? ProjectionOptions.Default));
}
