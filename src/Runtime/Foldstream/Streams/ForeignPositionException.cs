namespace Foldstream;

/// <summary>A position of one store was used with another, so that a checkpoint would silently point somewhere else.</summary>
public sealed class ForeignPositionException : FoldstreamException
{
    internal ForeignPositionException(GlobalPosition position, Guid store)
        : base($"Position {position} belongs to store {position.Store:N}, not to store {store:N}: "
            + "a checkpoint is only good for the store that gave it; start again from the beginning of this one.")
    {
        Position = position;
        Store = store;
    }

    /// <summary>The position that was given.</summary>
    public GlobalPosition Position { get; }

    /// <summary>The store that it was used with.</summary>
    public Guid Store { get; }
}
