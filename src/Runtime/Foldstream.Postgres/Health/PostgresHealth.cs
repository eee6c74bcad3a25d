namespace Foldstream.Postgres;

/// <summary>How a store does: what readers of its log can see, and what holds them back.</summary>
/// <param name="LastDrawn">The last position that was given to an append, whether it is committed or not.</param>
/// <param name="Safe">The position up to which readers of the log may read.</param>
/// <param name="Holders">The appends that are on their way, the oldest first; those of a user's own transaction stay until it ends.</param>
/// <param name="IsListening">Whether notifications of other processes arrive; false while nobody waits.</param>
public sealed record PostgresHealth(long LastDrawn, long Safe, IReadOnlyList<FeedHolder> Holders, bool IsListening)
{
    /// <summary>How long the oldest append has held the log back; zero where none does.</summary>
    public TimeSpan HeldFor => Holders.Count == 0 ? TimeSpan.Zero : Holders.Max(holder => holder.Age) ?? TimeSpan.Zero;
}
