using System.Diagnostics.CodeAnalysis;

namespace Foldstream;

/// <summary>The snapshots of one stream's state, for loads and saves. Nothing that goes wrong with one reaches them: it is counted.</summary>
internal readonly record struct SnapshotSource<TState>(
    ISnapshotStore Store, StateDefinition<TState> Definition, SnapshotKey Key, string Category, string Fingerprint)
{
    /// <summary>The snapshot from which a fold can go on, with its state.</summary>
    public async ValueTask<(StoredSnapshot Snapshot, TState State)?> FindAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        StoredSnapshot? found;
        try
        {
            found = await Store.FindSnapshotAsync(Key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            SnapshotTelemetry.Miss(Category, SnapshotMiss.Error);
            return null;
        }

        if (MissOf(found, asOf) is { } reason || !TryRead(found!, out var state, out reason))
        {
            SnapshotTelemetry.Miss(Category, reason);
            return null;
        }

        return (found!, state);
    }

    /// <summary>Counts how a fold ended that began from a snapshot; gives whether its outcome is a state of the stream.</summary>
    public async ValueTask<bool> ConcludesAsync(ResumedFold fold, CancellationToken cancellationToken)
    {
        if (fold.Miss is not { } reason)
        {
            SnapshotTelemetry.Hit(Category);
            return true;
        }

        SnapshotTelemetry.Miss(Category, reason);
        // One that is beyond the end of its stream would keep every later one out.
        if (reason == SnapshotMiss.WrongVersion)
            await RemoveAsync(cancellationToken).ConfigureAwait(false);
        return false;
    }

    /// <summary>Whether the policy asks for a snapshot; one that fails does not.</summary>
    public bool IsDue(SnapshotTrail trail, long before, long after)
    {
        if (Definition.Policy is not { } policy)
            return false;
        try
        {
            return policy.IsDue(new SnapshotMoment(before, after, trail.Events, trail.TakenAt, trail.FirstOccurredAt, Now()));
        }
        catch (Exception error)
        {
            SnapshotTelemetry.Fail(Category, error);
            return false;
        }
    }

    /// <summary>Keeps a state as it is now: at once, or behind the save from a copy.</summary>
    /// <param name="state">Gives the state.</param>
    /// <param name="work">What it is given of.</param>
    /// <param name="events">How many events made it.</param>
    /// <param name="cancellationToken">Ends the attempt, not the save.</param>
    /// <returns>What is known of snapshots now; null where it was not kept.</returns>
    public async ValueTask<SnapshotTrail?> KeepAsync<TWork>(
        Func<TWork, TState> state, TWork work, long events, CancellationToken cancellationToken)
    {
        StoredSnapshot snapshot;
        try
        {
            snapshot = Take(state(work), events);
        }
        catch (Exception error)
        {
            SnapshotTelemetry.Fail(Category, error);
            return null;
        }

        var pending = new SnapshotWrite(Key, snapshot, Category);
        var isKept = Definition.InBackground
            ? SnapshotQueue.Of(Store).TryAdd(pending)
            : await SnapshotTelemetry.WriteAsync(Store, pending, cancellationToken).ConfigureAwait(false);
        return isKept ? SnapshotTrail.Of(snapshot) : null;
    }

    /// <summary>A state as it is now, ready for storing.</summary>
    public StoredSnapshot Take(TState state, long events) =>
        new(events - 1, Fingerprint, SnapshotJson.Write(Definition, state), StoredTime.Normalize(Now()));

    private async ValueTask RemoveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Store.DeleteSnapshotAsync(Key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            SnapshotTelemetry.Fail(Category, error);
        }
    }

    private DateTimeOffset Now() => Store.Options.Clock.GetUtcNow();

    private string? MissOf(StoredSnapshot? found, AsOf? asOf) =>
        found is null ? SnapshotMiss.Missing
        : found.Fingerprint != Fingerprint ? SnapshotMiss.Stale
        : found.Place < 0 ? SnapshotMiss.WrongVersion
        : asOf is not null && !asOf.Covers(found.Place) ? SnapshotMiss.TooLate
        : null;

    private bool TryRead(StoredSnapshot found, [MaybeNullWhen(false)] out TState state, [NotNullWhen(false)] out string? reason)
    {
        (state, reason) = (default, null);
        try
        {
            state = SnapshotJson.Read(Definition, found.State.Span);
        }
        catch (Exception)
        {
            reason = SnapshotMiss.Unreadable;
        }

        if (state is null)
            reason = SnapshotMiss.Unreadable;
        return reason is null;
    }
}
