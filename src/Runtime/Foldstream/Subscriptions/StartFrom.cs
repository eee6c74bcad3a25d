namespace Foldstream;

/// <summary>Where a subscription begins that has no checkpoint yet; one that has a checkpoint goes on from there, whatever is said here.</summary>
/// <remarks>Use <see cref="RunningSubscription.RestartAsync(GlobalPosition?, CancellationToken)"/> to send a subscription elsewhere that has come further already.</remarks>
public sealed record StartFrom
{
    private StartFrom(Place place, GlobalPosition? position = null)
    {
        Where = place;
        Position = position;
    }

    internal enum Place
    {
        Checkpoint,
        Beginning,
        End,
        After,
    }

    /// <summary>At its checkpoint; at the beginning where there is none.</summary>
    public static StartFrom Checkpoint { get; } = new(Place.Checkpoint);

    /// <summary>At the first event of the store.</summary>
    public static StartFrom Beginning { get; } = new(Place.Beginning);

    /// <summary>Behind the last event that the store has when the subscription is made: only what is stored from then on.</summary>
    public static StartFrom End { get; } = new(Place.End);

    internal Place Where { get; }

    internal GlobalPosition? Position { get; }

    /// <summary>Behind a position.</summary>
    public static StartFrom After(GlobalPosition position) => new(Place.After, position);

    /// <summary>The position behind which a new subscription begins; null is the beginning.</summary>
    internal ValueTask<GlobalPosition?> FindAsync(IEventLog log, CancellationToken cancellationToken) =>
        Where == Place.End ? log.HeadAsync(cancellationToken) : ValueTask.FromResult(Position);
}
