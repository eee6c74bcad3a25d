namespace Foldstream;

/// <summary>The projections that run inside the appends of one store object: stores ask it before and within an append.</summary>
/// <remarks>A projection is added inside of the transaction that makes it inline, so that the first append after it finds it here.</remarks>
public sealed class InlineProjections
{
    private readonly Lock gate = new();
    private volatile IReadOnlyList<IInlineProjection> running = [];

    /// <summary>The names of the projections that run, in their order.</summary>
    public IReadOnlyList<string> Names => [.. running.Select(projection => projection.Name)];

    /// <summary>Whether an append holds an event that one of the projections handles: then it goes alone, and the store calls <see cref="ApplyAsync"/> within it.</summary>
    public bool Concern(IReadOnlyList<StreamAppend> appends)
    {
        // The usual case costs one look.
        var now = running;
        return now.Count > 0 && now.Any(projection => appends.Any(projection.Concerns));
    }

    /// <summary>Applies stored events to the documents; what it throws is to roll the append back.</summary>
    /// <param name="transaction">The transaction that stored the events and is not committed yet.</param>
    /// <param name="events">The events of the append, in the order of their positions.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async ValueTask ApplyAsync(
        IReadModelTransaction transaction, IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken = default)
    {
        foreach (var projection in running)
            await projection.ApplyAsync(transaction, events, cancellationToken).ConfigureAwait(false);
    }

    internal void Add(IInlineProjection projection) => Change(before => [.. before.Append(projection).OrderBy(item => item.Name, StringComparer.Ordinal)]);

    internal void Remove(IInlineProjection projection) => Change(before => [.. before.Where(item => item != projection)]);

    private void Change(Func<IReadOnlyList<IInlineProjection>, IReadOnlyList<IInlineProjection>> change)
    {
        lock (gate)
            running = change(running);
    }
}
