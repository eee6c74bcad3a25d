namespace Foldstream;

/// <summary>The projections that run inside the appends of one store object: stores ask it before and within an append.</summary>
/// <remarks>A projection is added inside of the transaction that makes it inline, so that the first append after it finds it here.</remarks>
public sealed class InlineProjections
{
    private readonly Lock gate = new();
    private readonly List<IInlineProjection> added = [];
    private volatile IReadOnlyList<IInlineProjection> running = [];

    /// <summary>Creates one that runs nothing yet.</summary>
    public InlineProjections()
    {
    }

    private InlineProjections(InlineProjections other) => running = other.running;

    /// <summary>The names of the projections that run, in their order.</summary>
    public IReadOnlyList<string> Names => [.. running.Select(projection => projection.Name)];

    /// <summary>What runs now, for an append that asks more than once and is to get one answer, whatever begins and ends meanwhile.</summary>
    public InlineProjections Now() => new(this);

    /// <summary>Whether an append holds an event that one of the projections handles: then it goes alone, and the store calls <see cref="ApplyAsync"/> within it.</summary>
    public bool Concern(StreamAppend append)
    {
        // The usual case costs one look, and nothing is allocated for it.
        var now = running;
        for (var index = 0; index < now.Count; index++)
        {
            if (now[index].Concerns(append))
                return true;
        }

        return false;
    }

    /// <summary>Whether one of several appends does.</summary>
    public bool Concern(IReadOnlyList<StreamAppend> appends)
    {
        ArgumentNullException.ThrowIfNull(appends);
        return appends.Any(Concern);
    }

    /// <summary>
    /// The names, in their order, of the projections that handle events of an append and in whose documents events of several streams meet in the order of the log: a store in
    /// which appends to different streams run at the same time lets those of one such projection follow one another, from before their positions are given until they end.
    /// </summary>
    public IReadOnlyList<string> OrderedAcrossStreams(IReadOnlyList<StreamAppend> appends) =>
        [.. running.Where(projection => projection.IsOrderedAcrossStreams && appends.Any(projection.Concerns)).Select(projection => projection.Name)];

    /// <summary>Applies stored events to the documents; what it throws is to roll the append back.</summary>
    /// <param name="transaction">The transaction that stored the events and is not committed yet.</param>
    /// <param name="inline">What the store knows, inside of that transaction, of the projections that are inline: another process may have made one asynchronous, and then its
    /// subscription handles these events, not this append.</param>
    /// <param name="events">The events of the append, in the order of their positions.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async ValueTask ApplyAsync(
        IReadModelTransaction transaction, IReadOnlyCollection<ProjectionState> inline, IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inline);
        foreach (var projection in running)
        {
            if (inline.FirstOrDefault(state => state.Name == projection.Name) is { } state)
                await projection.ApplyAsync(transaction, state, events, cancellationToken).ConfigureAwait(false);
        }
    }

    internal void Add(IInlineProjection projection) => Change(() => added.Add(projection));

    internal void Remove(IInlineProjection projection) => Change(() => added.Remove(projection));

    // One that was added twice, by two runs, is applied once.
    private void Change(Action change)
    {
        lock (gate)
        {
            change();
            running = [.. added.DistinctBy(projection => projection.Name, StringComparer.Ordinal).OrderBy(projection => projection.Name, StringComparer.Ordinal)];
        }
    }
}
