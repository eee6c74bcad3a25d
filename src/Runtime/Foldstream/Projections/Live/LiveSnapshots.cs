namespace Foldstream;

/// <summary>Resumes a live projection from a kept state, and keeps it again when enough events came. Nothing that goes wrong with a state fails a fold.</summary>
internal sealed class LiveSnapshots<T>
    where T : class, IProjection<T>
{
    private readonly LiveSource source;
    private readonly ISnapshotStore snapshots;
    private readonly SnapshotKey key;
    private readonly int every;

    /// <exception cref="ArgumentException">The store keeps no snapshots, or no state of such a source can be kept.</exception>
    public LiveSnapshots(LiveSource source, int every)
    {
        this.source = source;
        this.every = every;
        snapshots = source.Store as ISnapshotStore
            ?? throw new ArgumentException($"{source.Store.GetType().Name} keeps no snapshots: leave out {nameof(LiveOptions)}.{nameof(LiveOptions.SnapshotEvery)}.", nameof(source));
        if (source.CannotBeKept is { } reason)
            throw new ArgumentException($"The state of {reason} cannot be kept: leave out {nameof(LiveOptions)}.{nameof(LiveOptions.SnapshotEvery)}.", nameof(source));
        key = source.KeyOf($"projection/{T.Definition.Name}");
    }

    public async ValueTask<LiveProjection<T>> FoldAsync(CancellationToken cancellationToken)
    {
        var live = await ResumeAsync(cancellationToken).ConfigureAwait(false);
        var came = live?.Came ?? 0;
        var result = live?.Projection;
        if (result is null)
        {
            result = new LiveProjection<T>(source);
            came = await result.ContinueAsync(cancellationToken).ConfigureAwait(false);
        }

        if (came >= every)
            await KeepAsync(result, cancellationToken).ConfigureAwait(false);
        return result;
    }

    private async ValueTask<(LiveProjection<T> Projection, long Came)?> ResumeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var kept = await snapshots.FindSnapshotAsync(key, cancellationToken).ConfigureAwait(false);
            if (kept is null)
                return Miss("missing");
            if (kept.Fingerprint != T.FoldFingerprint)
                return Miss("stale");
            var (position, events, fold) = LiveState<T>.Read(kept.State);
            if (!await source.HoldsAsync(kept.Place, position, cancellationToken).ConfigureAwait(false))
                return Miss("wrong_version");
            var live = new LiveProjection<T>(source, fold, events, kept.Place, position);
            var came = await live.ContinueAsync(cancellationToken).ConfigureAwait(false);
            ProjectionTelemetry.TellSnapshot(T.Definition.Name, "used");
            return (live, came);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Miss("unreadable");
        }
    }

    private static (LiveProjection<T>, long)? Miss(string reason)
    {
        ProjectionTelemetry.TellSnapshot(T.Definition.Name, reason);
        return null;
    }

    private async ValueTask KeepAsync(LiveProjection<T> live, CancellationToken cancellationToken)
    {
        try
        {
            var state = LiveState<T>.Write(live);
            var now = StoredTime.Normalize(source.Store.Options.Clock.GetUtcNow());
            await snapshots.SaveSnapshotAsync(key, new StoredSnapshot(live.Place!.Value, T.FoldFingerprint, state, now), cancellationToken).ConfigureAwait(false);
            ProjectionTelemetry.TellSnapshot(T.Definition.Name, "kept");
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            ProjectionTelemetry.TellSnapshot(T.Definition.Name, "failed");
        }
    }
}
