namespace Foldstream;

/// <summary>How far a rebuild has come.</summary>
/// <param name="Projection">The name of the projection.</param>
/// <param name="Done">How many events are handled, those of an earlier attempt included.</param>
/// <param name="Total">How many there are in all: estimated from how far the log is read, exact at the end.</param>
/// <param name="Elapsed">How long this call has been at it.</param>
/// <param name="EventsPerSecond">How many events this call handles a second.</param>
/// <param name="Remaining">How long it will still take, by the rate so far; null while nothing can be said.</param>
/// <param name="IsFinished">Whether the new documents have taken their place.</param>
public sealed record RebuildProgress(
    string Projection, long Done, long Total, TimeSpan Elapsed, double EventsPerSecond, TimeSpan? Remaining, bool IsFinished);
