namespace Foldstream.Postgres;

/// <summary>A transaction with an append that has not ended: readers of the log wait for it.</summary>
/// <param name="Above">Readers see nothing above this position before it ends.</param>
/// <param name="ProcessId">The server's process, for <c>pg_terminate_backend</c>.</param>
/// <param name="Application">What its connection calls itself; null where the role may not see it.</param>
/// <param name="State">What it does, such as <c>idle in transaction</c>; null where the role may not see it.</param>
/// <param name="Age">How long its transaction has been open; null where the role may not see it (grant <c>pg_read_all_stats</c>).</param>
public sealed record FeedHolder(long Above, int ProcessId, string? Application, string? State, TimeSpan? Age);
