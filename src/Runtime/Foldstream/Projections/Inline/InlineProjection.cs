using System.Collections.Frozen;

namespace Foldstream;

/// <summary>Keeps the documents of a projection up to date inside the appends.</summary>
/// <param name="fingerprints">The fold fingerprints under which the documents may have been built; null for any.</param>
internal sealed class InlineProjection<T>(IReadOnlyCollection<string>? fingerprints) : IInlineProjection
    where T : class, IProjection<T>
{
    private static readonly DocumentCollection Collection = new(T.Definition.Name);
    private readonly FrozenSet<string> eventNames = T.Definition.EventNames.ToFrozenSet(StringComparer.Ordinal);

    public string Name => T.Definition.Name;

    public bool IsOrderedAcrossStreams => !T.Definition.IsPartitionable;

    public bool Concerns(StreamAppend append) => ReadsCategory(append.Stream) && append.Events.Any(item => eventNames.Contains(item.Type.Name));

    public async ValueTask ApplyAsync(
        IReadModelTransaction transaction, ProjectionState state, IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken)
    {
        var routed = Route(events);
        if (routed.Count == 0)
            return;
        if (fingerprints is not null && !fingerprints.Contains(state.Fingerprint, StringComparer.Ordinal))
            throw StaleProjectionException.FoldChanged(Name, state.Fingerprint, T.FoldFingerprint, duringAppend: true);
        var keys = new HashSet<DocumentKey>();
        foreach (var (_, item) in routed)
            item.AddKeysTo(keys);
        var fold = new DocumentFold<T>();
        fold.Load(keys, await transaction.LockDocumentsAsync(Collection, keys, cancellationToken).ConfigureAwait(false));
        foreach (var (recorded, item) in routed)
            Apply(fold, recorded, item);
        if (fold.Changes(Collection) is { } changes)
        {
            await transaction.WriteAsync(changes, cancellationToken).ConfigureAwait(false);
            ProjectionTelemetry.Written(changes);
        }
    }

    private static void Apply(DocumentFold<T> fold, RecordedEvent recorded, ProjectedEvent item)
    {
        try
        {
            fold.Apply(item, new EventPlace(recorded.Stream, recorded.Position!.Value, recorded.RecordedAt));
        }
        catch (Exception cause)
        {
            throw new InlineProjectionException(T.Definition.Name, recorded, cause);
        }
    }

    private bool ReadsCategory(StreamId stream) => T.Definition.Category is null || T.Definition.Category == stream.Category;

    private List<(RecordedEvent Recorded, ProjectedEvent Item)> Route(IReadOnlyList<RecordedEvent> events)
    {
        // Its own for each append: appends run concurrently.
        var keys = new DocumentKeys();
        var routed = new List<(RecordedEvent, ProjectedEvent)>();
        foreach (var recorded in events)
        {
            if (!ReadsCategory(recorded.Stream) || !eventNames.Contains(recorded.Type.Name))
                continue;
            try
            {
                if (ProjectedEvent.Of<T>(recorded.AsStored(), keys) is { } item)
                    routed.Add((recorded, item));
            }
            catch (Exception cause)
            {
                throw new InlineProjectionException(Name, recorded, cause);
            }
        }

        return routed;
    }
}
